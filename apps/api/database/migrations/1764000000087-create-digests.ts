import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table digest_settings (
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  send_at time not null,
  changed_at timestamptz not null default now(),
  primary key (user_id, organisation_id)
);
comment on table digest_settings is 'Who wants a mail of what is new, and when; off without a row. One per organisation, for its outbox is its own.';
create index on digest_settings (organisation_id);

create table digests (
  id uuid primary key default new_id(),
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  day date not null,
  mailed boolean not null default false,
  made_at timestamptz not null default now(),
  unique (user_id, organisation_id, day)
);
comment on table digests is 'The day is the key: however often the program starts, one mail a day.';
create index on digests (organisation_id);

alter table digest_settings enable row level security;
alter table digest_settings force row level security;
alter table digests enable row level security;
alter table digests force row level security;
create policy read_digest_setting on digest_settings for select to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy add_digest_setting on digest_settings for insert to lotse_app
  with check (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy change_digest_setting on digest_settings for update to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()))
  with check (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy remove_digest_setting on digest_settings for delete to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy no_digests on digests for select to lotse_app using (false);
grant select, insert, delete on digest_settings to lotse_app;
grant update (send_at, changed_at) on digest_settings to lotse_app;
`;

const MAILS = `
set role lotse_definer;
-- What the mail of a day may say: asked with the rights the person has at this moment, not those of when it was queued.
create function digest_lines(p_digest uuid) returns table (file_number text, reason text, kind text, events int, latest_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(c.file_number, s.file_number), n.reason, coalesce(t.kind, n.kind), coalesce(t.events, 1), coalesce(t.latest, n.latest_at)
  from digests d join notifications n on n.user_id = d.user_id and n.organisation_id = d.organisation_id and n.read_at is null
  left join service_cases c on c.id = n.case_id and reads_case(d.user_id, d.organisation_id, n.case_id)
  left join case_stubs s on s.case_id = n.case_id and s.organisation_id = d.organisation_id and c.id is null
    and exists (select from acting_as(d.user_id, d.organisation_id) m where s.reader_users is null or s.reader_users && m.users)
  left join lateral (
    select nullif(count(*), 0)::int as events, (array_agg(e.kind order by e.recorded_at desc, e.id desc))[1] as kind, max(e.recorded_at) as latest
    from timeline_events e where e.case_id = n.case_id and e.recorded_at >= n.since and e.by_user is distinct from d.user_id
      and reads_event(d.user_id, d.organisation_id, e)) t on c.id is not null
  where d.id = p_digest and (t.events is not null or (s.case_id is not null and n.kind like 'handover.%'))
  order by 5 desc, 1
$$;

-- Queues what is due: once a person and day, on working days of the Land only; nothing new, no mail.
create function queue_digests(p_at timestamptz, p_states text[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare today date := (p_at at time zone 'Europe/Berlin')::date; w record; made uuid; before timestamptz; n int := 0;
begin
  for w in select s.user_id, s.organisation_id, u.email, u.language from digest_settings s
    join memberships m on m.user_id = s.user_id and m.organisation_id = s.organisation_id and m.is_active
    join users u on u.id = s.user_id and u.is_active join organisations o on o.id = s.organisation_id join regions r on r.id = o.region_id
    where r.federal_state = any (p_states) and (today + s.send_at) at time zone 'Europe/Berlin' between s.changed_at and p_at
      and not exists (select from digests d where d.user_id = s.user_id and d.organisation_id = s.organisation_id and d.day = today)
    order by s.user_id, s.organisation_id loop
    insert into digests (user_id, organisation_id, day) values (w.user_id, w.organisation_id, today) on conflict do nothing returning id into made;
    continue when made is null;
    select max(made_at) into before from digests where user_id = w.user_id and organisation_id = w.organisation_id and mailed;
    if exists (select from digest_lines(made) l where before is null or l.latest_at > before) then
      update digests set mailed = true where id = made;
      perform enqueue_mail('notification.digest', made, w.organisation_id, w.email, w.language);
      n := n + 1;
    end if;
  end loop;
  delete from digests where day < today - 90;
  return n;
end
$$;
grant execute on function digest_lines(uuid), queue_digests(timestamptz, text[]) to lotse_jobs;
`;

/** Who has a case open, among colleagues, where their organisation wants that. Kept for seconds, in a table that no crash survives. */
const PRESENCE = `
set role lotse_owner;
alter table organisations add column presence boolean not null default false;
comment on column organisations.presence is 'Off unless an administrator switches it on: whether colleagues see who has a case open concerns the works council.';
create unlogged table presences (
  case_id uuid not null references service_cases on delete cascade,
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  until timestamptz not null,
  primary key (case_id, user_id, organisation_id)
);
create index on presences (user_id);
create index on presences (organisation_id);
alter table presences enable row level security;
alter table presences force row level security;
create policy no_presences on presences for select to lotse_app using (false);

set role lotse_definer;
create function present_colleagues(p_case uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.name from presences p join organisations o on o.id = p.organisation_id and o.presence join users u on u.id = p.user_id
  where p.case_id = p_case and p.organisation_id = my_org() and p.until > now() and p.user_id <> my_user()
    and reads_case(my_user(), my_org(), p_case) and reads_case(p.user_id, p.organisation_id, p_case) order by u.name, u.id
$$;

create function be_present(p_case uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare known boolean;
begin
  if not reads_case(my_user(), my_org(), p_case) then perform refuse(404, 'case.notFound'); end if;
  -- Whoever switches it off waits for this, and then takes it away.
  perform from organisations where id = my_org() and presence for share;
  if not found then return false; end if;
  known := exists (select from presences where case_id = p_case and user_id = my_user() and organisation_id = my_org() and until > now());
  insert into presences (case_id, user_id, organisation_id, until) values (p_case, my_user(), my_org(), now() + interval '45 seconds')
  on conflict (case_id, user_id, organisation_id) do update set until = excluded.until;
  if not known then perform notify_live('presence', p_case, array[my_org()]); end if;
  return true;
end
$$;

create function leave_case(p_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from presences where case_id = p_case and user_id = my_user() and organisation_id = my_org();
  if found then perform notify_live('presence', p_case, array[my_org()]); end if;
end
$$;

create function forget_presences() returns void
language sql security definer set search_path = public, pg_temp as $$ delete from presences where until <= now() $$;

create function set_presence(p_on boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := require_administrator();
begin
  update organisations set presence = p_on where id = org and presence <> p_on;
  if not found then return; end if;
  perform notify_live('presence', case_id, array[org]) from presences where organisation_id = org;
  delete from presences where organisation_id = org;
  perform audit('organisation.presenceChanged', 'organisation', org, jsonb_build_object('on', p_on));
end
$$;
grant execute on function present_colleagues(uuid), be_present(uuid), leave_case(uuid), set_presence(boolean) to lotse_app;
grant execute on function forget_presences() to lotse_jobs;
`;

export const digests = migration(1764000000087, 'CreateDigests', TABLES, MAILS, PRESENCE);
