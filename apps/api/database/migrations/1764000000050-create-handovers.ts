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
  sections text[] not null check (sections <@ '{MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS,FEEDBACK}'),
  stub_only boolean not null default false,
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
  ended_by_name text,
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
comment on column handovers.stub_only is 'The sender region wants the agreement of the company first: until acceptance the receiver sees the stub and no words.';
comment on column handovers.ended_by_name is 'Who ended a share or accepted the return; the decision itself stays with decided_by_name.';
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
  using (not confidential or reader_users && (select my_users()) or (to_org = (select my_org()) and (select has_role('{LIAISON}')))
    or exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org()) and c.reader_users && (select my_users())));
-- The words are read through handover_words(): a line of history does not repeat what was told of the company.
grant select (id, case_id, kind, state, from_org, to_org, basis, reason_code, sections, stub_only, return_of, due_on, due_at, offered_by, offered_by_name,
  offered_at, decided_by, decided_by_name, decided_at, decision_reason_code, decision_note, ended_at, ended_by_name, file_number, case_type, confidential,
  reader_users) on handovers to lotse_app;

create table handover_messages (
  id uuid primary key default new_id(),
  handover_id uuid not null references handovers on delete cascade,
  by_org uuid not null references organisations,
  by_user uuid references users,
  by_name text not null,
  text text not null check (length(text) between 1 and 4000),
  recorded_at timestamptz not null default clock_timestamp()
);
comment on table handover_messages is 'Questions and answers of the two sides while an offer or a share is running.';
create index on handover_messages (handover_id, recorded_at);
create index on handover_messages (by_org);
create index on handover_messages (by_user);
alter table handover_messages enable row level security;
alter table handover_messages force row level security;
create policy read_handover_messages on handover_messages for select to lotse_app
  using (exists (select from handovers h where h.id = handover_id
    and (h.from_org = (select my_org()) or by_org = (select my_org()) or (h.state = 'OFFERED' and not h.stub_only)
      or (h.state = 'ACCEPTED' and (h.kind <> 'TRANSFER' or exists (select from service_cases c where c.id = h.case_id and c.owner_org = h.to_org))))));
grant select on handover_messages to lotse_app;
`;

const SUPPORT = `
set role lotse_definer;
-- Who answers for a person today: the deputy, while the person is away and the deputy is there.
create function standing_in(p_user uuid, p_org uuid) returns table (user_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(d.user_id, p_user)
  from (select 1) one left join lateral (
    select a.deputy_id as user_id from absences a
    join memberships m on m.user_id = a.deputy_id and m.organisation_id = a.organisation_id and m.is_active
    join users u on u.id = a.deputy_id and u.is_active
    where a.user_id = p_user and a.organisation_id = p_org and today_in_berlin() between a.starts_on and a.ends_on) d on true
$$;

create function liaisons_of(p_org uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(select m.user_id from memberships m where m.organisation_id = p_org and m.is_active and 'LIAISON' = any (m.roles))
$$;

create function liaison_addresses(p_org uuid) returns table (email text, language text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct u.email, u.language
  from memberships m cross join lateral standing_in(m.user_id, p_org) s join users u on u.id = s.user_id
  where m.organisation_id = p_org and m.is_active and u.is_active and 'LIAISON' = any (m.roles)
$$;

create function tell_liaisons(p_org uuid, p_template text, p_ref uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select enqueue_mail(p_template, p_ref, p_org, email, language) from liaison_addresses(p_org)
$$;

create function tell_sender(h handovers, p_template text) returns void
language sql security definer set search_path = public, pg_temp as $$
  select enqueue_mail(p_template, h.id, h.from_org, u.email, u.language)
  from standing_in(h.offered_by, h.from_org) s join users u on u.id = s.user_id
  where u.is_active and exists (select from memberships m where m.user_id = u.id and m.organisation_id = h.from_org and m.is_active)
$$;

create function record_handover(h handovers, p_kind text, p_data jsonb default '{}') returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform add_event(h.case_id, 'MASTER', p_kind, '[]', jsonb_build_object('handoverId', h.id, 'handoverKind', h.kind,
    'fromOrganisation', h.from_org, 'toOrganisation', h.to_org, 'dueOn', h.due_on) || jsonb_strip_nulls(p_data), array[h.from_org, h.to_org]);
  perform notify_live('handover', h.id, array[h.from_org, h.to_org]);
end
$$;

-- The stub that stood for an offer under consent; the stub of a former owner stays.
create function drop_offer_stub(h handovers) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from case_stubs s where s.case_id = h.case_id and s.organisation_id = h.to_org and h.stub_only
    and not exists (select from handovers x where x.case_id = h.case_id and x.kind = 'TRANSFER' and x.from_org = h.to_org and x.state in ('ACCEPTED', 'RETURNED'))
$$;

create function close_offer(h handovers, p_state text, p_reason_code text, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handovers set state = p_state, decided_by = my_user(), decided_by_name = coalesce(my_name(), 'Lotse'), decided_at = now(), ended_at = now(),
    decision_reason_code = p_reason_code, decision_note = p_note where id = h.id returning * into h;
  delete from case_access where source_id = h.id;
  perform drop_offer_stub(h);
  perform refresh_case(h.case_id);
  perform record_handover(h, 'handover.' || lower(p_state), jsonb_build_object('reasonCode', p_reason_code, 'note', p_note));
end
$$;

create function expire_offer(h handovers) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update handovers set state = 'EXPIRED', decided_by_name = 'Lotse', decided_at = now(), ended_at = now() where id = h.id returning * into h;
  delete from case_access where source_id = h.id;
  perform drop_offer_stub(h);
  perform refresh_case(h.case_id);
  perform record_handover(h, 'handover.expired');
  perform tell_sender(h, 'handover.expired');
  perform tell_liaisons(h.to_org, 'handover.expired', h.id);
end
$$;

-- A person who took the consent back does not go along with a share, until consent is given again.
create function consent_withdrawn(c service_cases) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return c.contact_person_id is not null and coalesce((select a.withdrawn_on is not null from sharing_agreements a
    where a.case_id = c.id and a.kind = 'PERSON' and a.contact_person_id = c.contact_person_id order by a.recorded_at desc, a.id desc limit 1), false);
end
$$;

create function insert_offer(c service_cases, p_id uuid, p_to uuid, p_kind text, p_basis text, p_basis_reason text, p_reason_code text, p_note text,
  p_sections text[], p_due_on date, p_due_at timestamptz, p_return_of uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers; hidden boolean;
begin
  for h in select * from handovers where case_id = c.id and state = 'OFFERED' and due_at <= now() order by id for update loop
    perform expire_offer(h);
  end loop;
  if c.status = 'CLOSED' then perform refuse(422, 'handover.caseClosed'); end if;
  if p_to = c.owner_org then perform refuse(422, 'handover.toSelf'); end if;
  -- A new owner reads everything: that is for those who read it now.
  if p_kind = 'TRANSFER' and exists (select from case_sections s where s.case_id = c.id and s.level = 'PERSON' and not s.people && my_users()) then
    perform refuse(403, 'section.notYours');
  end if;
  if not exists (select from organisations where id = p_to) then perform refuse(404, 'organisation.notFound'); end if;
  if p_due_at <= now() then perform refuse(422, 'handover.dueInPast'); end if;
  perform require_relocation_release(c, p_to, p_basis);
  select * into h from handovers where case_id = c.id and state = 'OFFERED' and kind = 'TRANSFER';
  if h.id is not null and p_kind = 'TRANSFER' then
    perform refuse(409, 'handover.transferOpen', jsonb_build_object('handoverId', h.id, 'state', h.state, 'toOrganisationId', h.to_org,
      'offeredAt', h.offered_at, 'offeredBy', h.offered_by_name));
  end if;
  if p_kind <> 'TRANSFER' and 'CONTACTS' = any (p_sections) and consent_withdrawn(c) then perform refuse(422, 'handover.contactWithdrawn'); end if;
  if p_kind = 'CO_WORK' and not 'NOTES' = any (p_sections) then perform refuse(422, 'handover.coWorkNeedsNotes'); end if;
  select r.require_consent and p_basis = 'TASK' into hidden from regions r where r.id = c.region_id;
  if exists (select from handovers where case_id = c.id and to_org = p_to and kind = p_kind and p_kind <> 'TRANSFER' and state in ('OFFERED', 'ACCEPTED')) then
    perform refuse(409, 'handover.alreadyShared');
  end if;
  insert into handovers (id, case_id, kind, from_org, to_org, basis, basis_reason, reason_code, note, sections, return_of, due_on, due_at,
    offered_by, offered_by_name, file_number, case_type, confidential, reader_users, stub_only)
  values (p_id, c.id, p_kind, c.owner_org, p_to, p_basis, p_basis_reason, p_reason_code, p_note, array(select distinct x from unnest(p_sections || '{MASTER}') x),
    p_return_of, p_due_on, p_due_at, my_user(), my_name(), c.file_number, c.type, c.confidential, c.reader_users, hidden)
  returning * into h;
  if hidden then
    insert into case_stubs (case_id, organisation_id, file_number, type, status, owner_org, reader_users)
    values (c.id, p_to, c.file_number, c.type, c.status, c.owner_org, case when c.confidential then liaisons_of(p_to) end)
    on conflict (case_id, organisation_id) do nothing;
  else
    insert into case_access (case_id, organisation_id, source, source_id, sections, liaisons_only)
    values (c.id, p_to, 'HANDOVER', h.id, h.sections, c.confidential);
    perform refresh_case(c.id);
  end if;
  if p_basis = 'OVERRIDE' then 
    perform audit('handover.override', 'handover', h.id, jsonb_build_object('toOrganisation', (select name from organisations where id = p_to),
      'handoverKind', h.kind, 'sections', h.sections, 'reason', p_basis_reason)
      || case when c.confidential then '{}' else jsonb_build_object('fileNumber', c.file_number) end);
  end if;
  perform record_handover(h, 'handover.offered', jsonb_build_object('reasonCode', p_reason_code, 'note', p_note, 'basis', p_basis,
    'basisReason', case when p_basis = 'OVERRIDE' then p_basis_reason end, 'returnOf', p_return_of));
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
    update handovers set state = case h.state when 'OFFERED' then 'WITHDRAWN' else 'ENDED' end, ended_at = now(), ended_by_name = 'Lotse',
      decided_at = coalesce(decided_at, now()), decided_by_name = coalesce(decided_by_name, 'Lotse') where id = h.id returning * into h;
    perform drop_offer_stub(h);
    perform add_event(h.case_id, 'MASTER', 'handover.' || lower(h.state), '[]', jsonb_build_object('handoverId', h.id, 'handoverKind', h.kind,
      'fromOrganisation', h.from_org, 'toOrganisation', h.to_org, 'dueOn', h.due_on), array[h.from_org, h.to_org]);
    perform notify_live('handover', h.id, array[h.from_org, h.to_org]);
    if h.state = 'WITHDRAWN' then perform tell_liaisons(h.to_org, 'handover.withdrawn', h.id); end if;
  end loop;
end
$$;
`;

export const handovers = migration(1764000000050, 'CreateHandovers', TABLE, SUPPORT);
