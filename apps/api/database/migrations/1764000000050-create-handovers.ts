import { migration } from './migration';

const TABLE = `
set role lotse_owner;
create table handovers (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  kind text not null check (kind in ('TRANSFER', 'CONSULT', 'CO_WORK')),
  state text not null default 'OFFERED' check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'RETURNED', 'ENDED')),
  from_org uuid not null references organisations,
  to_org uuid not null references organisations,
  basis text not null default 'TASK' check (basis in ('TASK', 'CONSENT', 'OVERRIDE')),
  basis_reason text,
  reason_code text not null check (reason_code in ('RESPONSIBILITY', 'COMPANY_MOVES', 'EXPERTISE', 'CAPACITY', 'NOT_RESPONSIBLE', 'NO_CAPACITY', 'INCOMPLETE', 'OTHER')),
  note text not null check (length(note) between 1 and 4000),
  sections text[] not null,
  return_of uuid references handovers,
  due_on date not null,
  due_at timestamptz not null,
  offered_by uuid references users,
  offered_by_name text not null,
  offered_at timestamptz not null default now(),
  decided_by uuid references users,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason_code text check (decision_reason_code in ('NOT_RESPONSIBLE', 'NO_CAPACITY', 'INCOMPLETE', 'OTHER')),
  decision_note text check (length(decision_note) <= 4000),
  ended_at timestamptz,
  file_number text not null,
  case_type text not null,
  confidential boolean not null,
  reader_users uuid[] not null default '{}',
  check (from_org <> to_org),
  check (basis <> 'OVERRIDE' or basis_reason is not null),
  check ((state = 'OFFERED') = (decided_at is null)),
  check (state <> 'DECLINED' or (decision_reason_code is not null and decision_note is not null))
);
comment on column handovers.file_number is 'Snapshot: after a decline the receiver keeps this line of history, though the case is closed to it.';
create unique index one_open_transfer on handovers (case_id) where kind = 'TRANSFER' and state = 'OFFERED';
create index on handovers (case_id);
create index handovers_in on handovers (to_org, state, due_at);
create index handovers_out on handovers (from_org, state, offered_at desc);
create index handovers_due on handovers (due_at) where state = 'OFFERED';
create index on handovers (return_of);
create index on handovers (offered_by);
create index on handovers (decided_by);
alter table handovers enable row level security;
alter table handovers force row level security;
create policy read_handovers on handovers for select to lotse_app
  using ((from_org = (select my_org()) or to_org = (select my_org())) and (select has_role('{OFFICER,LIAISON,MANAGER}')));
create policy confidential_handovers on handovers as restrictive for select to lotse_app
  using (not confidential or reader_users && (select my_users()) or (to_org = (select my_org()) and (select has_role('{LIAISON}'))));
grant select on handovers to lotse_app;
`;

const SUPPORT = `
set role lotse_definer;
-- Who answers for an organisation today: its liaisons, or the deputies of those who are away.
create function liaison_addresses(p_org uuid) returns table (email text, language text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct u.email, u.language
  from memberships m
  left join absences a on a.user_id = m.user_id and a.organisation_id = m.organisation_id and today_in_berlin() between a.starts_on and a.ends_on
  join users u on u.id = coalesce(a.deputy_id, m.user_id)
  where m.organisation_id = p_org and m.is_active and u.is_active and 'LIAISON' = any (m.roles)
$$;

create function tell_liaisons(p_org uuid, p_template text, p_ref uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select enqueue_mail(p_template, p_ref, p_org, email, language) from liaison_addresses(p_org)
$$;

create function tell_sender(h handovers, p_template text) returns void
language sql security definer set search_path = public, pg_temp as $$
  select enqueue_mail(p_template, h.id, h.from_org, u.email, u.language) from users u where u.id = h.offered_by and u.is_active
$$;

create function record_handover(h handovers, p_kind text, p_data jsonb default '{}') returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform add_event(h.case_id, 'MASTER', p_kind, '[]', jsonb_build_object('handoverId', h.id, 'handoverKind', h.kind,
    'fromOrganisation', h.from_org, 'toOrganisation', h.to_org, 'dueOn', h.due_on) || jsonb_strip_nulls(p_data), array[h.from_org, h.to_org]);
  perform notify_live('handover', h.id, array[h.from_org, h.to_org]);
end
$$;

create function insert_offer(c service_cases, p_id uuid, p_to uuid, p_kind text, p_basis text, p_basis_reason text, p_reason_code text, p_note text,
  p_sections text[], p_due_on date, p_due_at timestamptz, p_return_of uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers; hidden boolean;
begin
  if c.status = 'CLOSED' then perform refuse(422, 'handover.caseClosed'); end if;
  if p_to = c.owner_org then perform refuse(422, 'handover.toSelf'); end if;
  if not exists (select from organisations where id = p_to) then perform refuse(404, 'organisation.notFound'); end if;
  if p_due_at <= now() then perform refuse(422, 'handover.dueInPast'); end if;
  if exists (select from handovers where case_id = c.id and state = 'OFFERED' and kind = 'TRANSFER') and p_kind = 'TRANSFER' then
    perform refuse(409, 'handover.transferOpen');
  end if;
  if exists (select from handovers where case_id = c.id and to_org = p_to and kind = p_kind and p_kind <> 'TRANSFER' and state in ('OFFERED', 'ACCEPTED')) then
    perform refuse(409, 'handover.alreadyShared');
  end if;
  insert into handovers (id, case_id, kind, from_org, to_org, basis, basis_reason, reason_code, note, sections, return_of, due_on, due_at,
    offered_by, offered_by_name, file_number, case_type, confidential, reader_users)
  values (p_id, c.id, p_kind, c.owner_org, p_to, p_basis, p_basis_reason, p_reason_code, p_note, array(select distinct x from unnest(p_sections || '{MASTER}') x),
    p_return_of, p_due_on, p_due_at, my_user(), my_name(), c.file_number, c.type, c.confidential, c.reader_users)
  returning * into h;
  select r.require_consent and p_basis = 'TASK' into hidden from regions r where r.id = c.region_id;
  if not hidden then
    insert into case_access (case_id, organisation_id, source, source_id, sections, liaisons_only)
    values (c.id, p_to, 'HANDOVER', h.id, h.sections, c.confidential);
    perform refresh_case(c.id);
  end if;
  if p_basis = 'OVERRIDE' then perform audit('handover.override', 'handover', h.id, jsonb_build_object('reason', p_basis_reason)); end if;
  perform record_handover(h, 'handover.offered', jsonb_build_object('reasonCode', p_reason_code, 'note', p_note, 'basis', p_basis, 'returnOf', p_return_of));
  perform tell_liaisons(p_to, 'handover.offered', h.id);
  return h.id;
end
$$;

-- Ends what others still share when the owner changes: accepted shares end, open offers are withdrawn.
create function end_other_shares(p_case uuid, p_except uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers;
begin
  for h in select * from handovers where case_id = p_case and id <> p_except
    and (state = 'OFFERED' or (state = 'ACCEPTED' and kind <> 'TRANSFER')) order by id for update loop
    update handovers set state = case h.state when 'OFFERED' then 'WITHDRAWN' else 'ENDED' end, ended_at = now(),
      decided_at = coalesce(decided_at, now()) where id = h.id returning * into h;
    perform record_handover(h, case h.state when 'WITHDRAWN' then 'handover.withdrawn' else 'handover.ended' end);
  end loop;
end
$$;
`;

const ACTIONS = `
set role lotse_definer;
create function offer_handover(p_id uuid, p_case uuid, p_to uuid, p_kind text, p_basis text, p_basis_reason text, p_reason_code text, p_note text,
  p_sections text[], p_due_on date, p_due_at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, null, '{OFFICER,LIAISON}');
begin
  return insert_offer(c, p_id, p_to, p_kind, p_basis, p_basis_reason, p_reason_code, p_note, p_sections, p_due_on, p_due_at, null);
end
$$;

-- Case first, then handover: the same order everywhere, so two decisions never wait for each other in a circle.
create function lock_handover(p_id uuid) returns handovers
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers; c service_cases;
begin
  select * into h from handovers where id = p_id and my_org() in (from_org, to_org) and has_role('{OFFICER,LIAISON}');
  if h.id is null then perform refuse(404, 'handover.notFound'); end if;
  select * into c from service_cases where id = h.case_id for update;
  select * into h from handovers where id = p_id for update;
  if h.confidential and not (case when h.to_org = my_org() then has_role('{LIAISON}') or c.reader_users && my_users() and c.owner_org = my_org()
      else h.reader_users && my_users() end) then
    perform refuse(404, 'handover.notFound');
  end if;
  return h;
end
$$;

create function require_open(h handovers) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if h.state = 'OFFERED' and h.due_at <= now() then perform refuse(409, 'handover.expired', jsonb_build_object('state', 'EXPIRED', 'dueAt', h.due_at)); end if;
  if h.state <> 'OFFERED' then
    perform refuse(409, 'handover.decided', jsonb_build_object('state', h.state, 'decidedAt', h.decided_at, 'decidedBy', h.decided_by_name));
  end if;
end
$$;

create function accept_handover(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id); c service_cases;
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  perform require_open(h);
  select * into c from service_cases where id = h.case_id;
  update handovers set state = 'ACCEPTED', decided_by = my_user(), decided_by_name = my_name(), decided_at = now() where id = h.id returning * into h;
  perform record_handover(h, 'handover.accepted');
  if h.kind = 'TRANSFER' then
    perform end_other_shares(h.case_id, h.id);
    if h.return_of is not null then update handovers set state = 'RETURNED', ended_at = now() where id = h.return_of; end if;
    insert into case_stubs (case_id, organisation_id, file_number, type, status, owner_org, reader_users)
    values (c.id, h.from_org, c.file_number, c.type, c.status, h.to_org, case when c.confidential then c.reader_users end)
    on conflict (case_id, organisation_id) do update set owner_org = excluded.owner_org, status = excluded.status, reader_users = excluded.reader_users, since = now();
    delete from case_stubs where case_id = c.id and organisation_id = h.to_org;
    delete from case_access where case_id = c.id;
    update service_cases set owner_org = h.to_org, officer_id = my_user(), officer_name = my_name(), region_id = region_of(h.to_org) where id = c.id;
    update follow_ups set organisation_id = h.to_org, assignee_id = my_user() where case_id = c.id and done_at is null and organisation_id = h.from_org;
    perform refresh_case(c.id);
  else
    insert into case_access (case_id, organisation_id, source, source_id, sections, liaisons_only)
    select c.id, h.to_org, 'HANDOVER', h.id, h.sections, c.confidential
    where not exists (select from case_access where source_id = h.id);
    update case_access set may_contribute = (h.kind = 'CO_WORK') where source_id = h.id;
    perform refresh_case(c.id);
  end if;
  perform tell_sender(h, 'handover.accepted');
end
$$;

create function close_offer(h handovers, p_state text, p_reason_code text, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handovers set state = p_state, decided_by = my_user(), decided_by_name = coalesce(my_name(), 'Lotse'), decided_at = now(), ended_at = now(),
    decision_reason_code = p_reason_code, decision_note = p_note where id = h.id returning * into h;
  delete from case_access where source_id = h.id;
  perform refresh_case(h.case_id);
  perform record_handover(h, 'handover.' || lower(p_state), jsonb_build_object('reasonCode', p_reason_code, 'note', p_note));
end
$$;

create function decline_handover(p_id uuid, p_reason_code text, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  perform require_open(h);
  perform close_offer(h, 'DECLINED', p_reason_code, p_note);
  perform tell_sender(h, 'handover.declined');
end
$$;

create function withdraw_handover(p_id uuid, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.from_org <> my_org() then perform refuse(403, 'handover.notSender'); end if;
  perform require_open(h);
  perform close_offer(h, 'WITHDRAWN', null, p_note);
  perform tell_liaisons(h.to_org, 'handover.withdrawn', h.id);
end
$$;

create function end_handover(p_id uuid, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.kind = 'TRANSFER' then perform refuse(422, 'handover.transferCannotEnd'); end if;
  if h.state <> 'ACCEPTED' then
    perform refuse(409, 'handover.notRunning', jsonb_build_object('state', h.state, 'decidedAt', h.decided_at, 'decidedBy', h.decided_by_name));
  end if;
  update handovers set state = 'ENDED', ended_at = now(), decision_note = coalesce(p_note, decision_note) where id = h.id returning * into h;
  delete from case_access where source_id = h.id;
  perform refresh_case(h.case_id);
  perform record_handover(h, 'handover.ended', jsonb_build_object('note', p_note));
end
$$;

create function return_handover(p_new_id uuid, p_id uuid, p_reason_code text, p_note text, p_due_on date, p_due_at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id); c service_cases;
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  if h.kind <> 'TRANSFER' or h.state <> 'ACCEPTED' or h.id <> (select x.id from handovers x
      where x.case_id = h.case_id and x.kind = 'TRANSFER' and x.state in ('ACCEPTED', 'RETURNED') order by x.decided_at desc, x.id desc limit 1) then
    perform refuse(422, 'handover.notLatestTransfer');
  end if;
  c := lock_own_case(h.case_id, null, '{OFFICER,LIAISON}');
  return insert_offer(c, p_new_id, h.from_org, 'TRANSFER', h.basis, h.basis_reason, p_reason_code, p_note, h.sections, p_due_on, p_due_at, h.id);
end
$$;

-- The case stays with the sender; both sides are told.
create function expire_handovers() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare due record; h handovers; n int := 0;
begin
  for due in select id, case_id from handovers where state = 'OFFERED' and due_at <= now() order by case_id, id limit 500 loop
    perform from service_cases where id = due.case_id for update;
    select * into h from handovers where id = due.id for update;
    continue when h.state <> 'OFFERED';
    perform close_offer(h, 'EXPIRED', null, null);
    perform tell_sender(h, 'handover.expired');
    perform tell_liaisons(h.to_org, 'handover.expired', h.id);
    n := n + 1;
  end loop;
  return n;
end
$$;

grant execute on function offer_handover(uuid, uuid, uuid, text, text, text, text, text, text[], date, timestamptz), accept_handover(uuid),
  decline_handover(uuid, text, text), withdraw_handover(uuid, text), end_handover(uuid, text),
  return_handover(uuid, uuid, text, text, date, timestamptz) to lotse_app;
grant execute on function expire_handovers() to lotse_jobs;
`;

export const handovers = migration(1764000000050, 'CreateHandovers', TABLE, SUPPORT, ACTIONS);
