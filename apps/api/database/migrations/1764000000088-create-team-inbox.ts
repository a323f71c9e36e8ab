import { migration } from './migration';

/** Who of the receiving organisation looks after an offer: for its own people only, the sender does not see it. */
const CLAIMS = `
set role lotse_owner;
create table handover_claims (
  handover_id uuid primary key references handovers on delete cascade,
  organisation_id uuid not null references organisations,
  user_id uuid not null references users on delete cascade,
  claimed_at timestamptz not null default now()
);
create index on handover_claims (organisation_id);
create index on handover_claims (user_id);
alter table handover_claims enable row level security;
alter table handover_claims force row level security;
create policy read_claims on handover_claims for select to lotse_app
  using (organisation_id = (select my_org()) and exists (select from handovers h where h.id = handover_id));
grant select on handover_claims to lotse_app;

create table handover_escalations (
  handover_id uuid not null references handovers on delete cascade,
  occasion text not null check (occasion in ('UNATTENDED', 'NEARLY_DUE')),
  escalated_at timestamptz not null default now(),
  primary key (handover_id, occasion)
);
alter table handover_escalations enable row level security;
alter table handover_escalations force row level security;
create policy no_escalations on handover_escalations for select to lotse_app using (false);

set role lotse_definer;
create function claim_handover(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  perform require_open(h);
  insert into handover_claims as c (handover_id, organisation_id, user_id) values (h.id, h.to_org, my_user())
  on conflict (handover_id) do update set user_id = excluded.user_id, claimed_at = now() where c.user_id <> excluded.user_id;
  perform notify_live('handover', h.id, array[h.to_org]);
end
$$;

create function release_handover(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  perform require_open(h);
  delete from handover_claims where handover_id = h.id;
  perform notify_live('handover', h.id, array[h.to_org]);
end
$$;
grant execute on function claim_handover(uuid), release_handover(uuid) to lotse_app;
`;

const ATTENDANCE = `
set role lotse_definer;
create function is_there(p_user uuid, p_org uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships m join users u on u.id = m.user_id and u.is_active
      where m.user_id = p_user and m.organisation_id = p_org and m.is_active)
    and not exists (select from absences a where a.user_id = p_user and a.organisation_id = p_org
      and today_in_berlin() between a.starts_on and a.ends_on)
$$;

-- A liaison is there, or who stands in for one is.
create function is_attended(p_org uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships m cross join lateral standing_in(m.user_id, p_org) s
    where m.organisation_id = p_org and m.is_active and 'LIAISON' = any (m.roles) and is_there(s.user_id, p_org))
$$;

-- Whoever looked after an offer and is away today hands it on to the deputy; where that one is away too, it is free again.
create function hand_on_claims() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c record; n int := 0;
begin
  for c in select k.handover_id, k.organisation_id, s.user_id as deputy from handover_claims k join handovers h on h.id = k.handover_id and h.state = 'OFFERED'
    cross join lateral standing_in(k.user_id, k.organisation_id) s where not is_there(k.user_id, k.organisation_id) order by 1 loop
    if is_there(c.deputy, c.organisation_id) then
      update handover_claims set user_id = c.deputy, claimed_at = now() where handover_id = c.handover_id;
    else
      delete from handover_claims where handover_id = c.handover_id;
    end if;
    perform notify_live('handover', c.handover_id, array[c.organisation_id]);
    n := n + 1;
  end loop;
  return n;
end
$$;

create function unattended_offers() returns table (id uuid, due_on date, federal_state text, warned boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.due_on, r.federal_state, exists (select from handover_escalations x where x.handover_id = h.id and x.occasion = 'UNATTENDED')
  from handovers h join organisations o on o.id = h.to_org join regions r on r.id = o.region_id
  where h.state = 'OFFERED' and h.due_at > now() and not is_attended(h.to_org)
    and not exists (select from handover_escalations x where x.handover_id = h.id and x.occasion = 'NEARLY_DUE') order by h.id
$$;

-- Once for each occasion: the leads hear of it in the program as far as they read the case; leads and administrators by mail.
create function escalate_offer(p_id uuid, p_occasion text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers; p record;
begin
  select * into h from handovers where id = p_id and state = 'OFFERED' for share;
  if h.id is null or is_attended(h.to_org) then return; end if;
  insert into handover_escalations (handover_id, occasion) values (h.id, p_occasion) on conflict do nothing;
  if not found then return; end if;
  for p in select m.user_id, u.email, u.language from memberships m join users u on u.id = m.user_id and u.is_active
    where m.organisation_id = h.to_org and m.is_active and m.roles && '{MANAGER,ADMINISTRATOR}' order by m.user_id loop
    perform enqueue_mail('handover.unattended', h.id, h.to_org, p.email, p.language);
    if reads_case(p.user_id, h.to_org, h.case_id) then
      perform put_notification(p.user_id, h.to_org, h.case_id, 'UNATTENDED', 'handover.offered', h.offered_at);
    end if;
  end loop;
end
$$;

-- Leads are not let into a confidential case by a mail: without its number.
create function unattended_mail(p_id uuid) returns table (file_number text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when not h.confidential then h.file_number end, h.state from handovers h where h.id = p_id
$$;
grant execute on function hand_on_claims(), unattended_offers(), escalate_offer(uuid, text), unattended_mail(uuid) to lotse_jobs;
`;

export const teamInbox = migration(1764000000088, 'CreateTeamInbox', CLAIMS, ATTENDANCE);
