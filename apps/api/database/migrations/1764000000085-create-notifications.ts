import { migration } from './migration';

/** One row per person and case; how much is new is counted when it is read, with the rights the person has at that moment. */
const TABLES = `
set role lotse_owner;
alter table interactions add column mentions uuid[] not null default '{}';
comment on column interactions.mentions is 'Colleagues of the writer named in the text by @; they are told.';
grant insert (mentions) on interactions to lotse_app;

create table notifications (
  id uuid primary key default new_id(),
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  case_id uuid not null references service_cases on delete cascade,
  reason text not null check (reason in ('MENTION', 'OFFER', 'UNATTENDED', 'OFFICER', 'SENDER', 'TEAM', 'PARTNER', 'DEPUTY')),
  kind text not null,
  since timestamptz not null,
  latest_at timestamptz not null,
  read_at timestamptz,
  unique (user_id, organisation_id, case_id)
);
comment on column notifications.since is 'When the first event was recorded that the person has not been shown; later ones are counted on reading.';
comment on column notifications.kind is 'The latest kind of event told; shown by itself only to a former owner, who reads nothing but the stub.';
create index on notifications (user_id, organisation_id, latest_at desc);
create index on notifications (organisation_id);
create index on notifications (case_id);

create table notification_mutes (
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  case_id uuid not null references service_cases on delete cascade,
  muted_at timestamptz not null default now(),
  primary key (user_id, organisation_id, case_id)
);
create index on notification_mutes (organisation_id);
create index on notification_mutes (case_id);

alter table notifications enable row level security;
alter table notifications force row level security;
alter table notification_mutes enable row level security;
alter table notification_mutes force row level security;
create policy read_notifications on notifications for select to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org())
    and (exists (select from service_cases c where c.id = case_id) or exists (select from case_stubs s where s.case_id = notifications.case_id)));
create policy read_them on notifications for update to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()))
  with check (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy read_mutes on notification_mutes for select to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy add_mutes on notification_mutes for insert to lotse_app
  with check (user_id = (select my_user()) and organisation_id = (select my_org()) and exists (select from service_cases c where c.id = case_id));
create policy remove_mutes on notification_mutes for delete to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()));
grant select on notifications, notification_mutes to lotse_app;
grant update (read_at) on notifications to lotse_app;
grant insert, delete on notification_mutes to lotse_app;
`;

/** What the row rules say for the acting person, said for somebody else: a person who is told must be able to read it. */
const RIGHTS = `
set role lotse_definer;
create function acting_as(p_user uuid, p_org uuid) returns table (roles text[], users uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select m.roles || coalesce((select array['LIAISON'] from absences a
      join memberships am on am.user_id = a.user_id and am.organisation_id = a.organisation_id
      where a.deputy_id = p_user and a.organisation_id = p_org and today_in_berlin() between a.starts_on and a.ends_on
        and am.is_active and 'LIAISON' = any (am.roles) limit 1), '{}'),
    array[p_user] || coalesce((select array_agg(a.user_id) from absences a
      where a.deputy_id = p_user and a.organisation_id = p_org and today_in_berlin() between a.starts_on and a.ends_on), '{}')
  from memberships m join users u on u.id = m.user_id and u.is_active
  where m.user_id = p_user and m.organisation_id = p_org and m.is_active and m.roles && '{OFFICER,LIAISON,MANAGER}'
$$;

create function reads_case(p_user uuid, p_org uuid, p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from acting_as(p_user, p_org) m join service_cases c on c.id = p_case
    where c.deleted_at is null and c.reader_orgs @> array[p_org]
      and (not c.confidential or c.reader_users && m.users or (c.liaison_orgs @> array[p_org] and 'LIAISON' = any (m.roles))))
$$;

create function reads_part(p_user uuid, p_org uuid, p_case uuid, p_section text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select reads_case(p_user, p_org, p_case) and exists (select from acting_as(p_user, p_org) m, case_sections s
    where s.case_id = p_case and s.section = p_section and reads_section(s, p_org, m.users))
$$;

-- A former owner, and who was offered no more than a stub, may still hear what became of the offer.
create function reads_event(p_user uuid, p_org uuid, e timeline_events) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select (e.parties is null or e.parties @> array[p_org])
    and (reads_part(p_user, p_org, e.case_id, e.section)
      or e.kind like 'handover.%' and e.parties @> array[p_org] and exists (select from acting_as(p_user, p_org) m
        join case_stubs s on s.case_id = e.case_id and s.organisation_id = p_org and (s.reader_users is null or s.reader_users && m.users)))
    and (e.section <> 'DOCUMENTS' or e.data ->> 'documentId' is null or exists (select from documents d where d.id = (e.data ->> 'documentId')::uuid
      and (d.level in ('REGION', 'PARTIES') or d.owner_org = p_org and (d.level = 'ORGANISATION' or d.owner_user = p_user))))
$$;
`;

/**
 * Runs when the transaction commits, in it: by then the readers are those the event leaves behind. The stronger reason stays until
 * the notification is read. What was entered for the past tells nobody.
 */
const TELLING = `
set role lotse_definer;
create function reason_rank(p_reason text) returns int language sql immutable parallel safe as $$
  select array_position('{MENTION,OFFER,UNATTENDED,OFFICER,SENDER,TEAM,PARTNER,DEPUTY}'::text[], p_reason)
$$;

create function put_notification(p_user uuid, p_org uuid, p_case uuid, p_reason text, p_kind text, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  insert into notifications as n (user_id, organisation_id, case_id, reason, kind, since, latest_at)
  values (p_user, p_org, p_case, p_reason, p_kind, p_at, p_at)
  on conflict (user_id, organisation_id, case_id) do update set
    reason = case when n.read_at is null and reason_rank(n.reason) < reason_rank(excluded.reason) then n.reason else excluded.reason end,
    kind = excluded.kind, latest_at = greatest(n.latest_at, excluded.latest_at), read_at = null,
    since = case when n.read_at is null then least(n.since, excluded.since) else excluded.since end
  returning id into result;
  perform notify_live('notification', result, array[p_org]);
end
$$;

-- Everybody an event concerns, before rights and mutes are asked.
create function concerned_by(e timeline_events) returns table (user_id uuid, org uuid, reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  with c as (select * from service_cases where id = e.case_id),
  h as (select * from handovers where id = (e.data ->> 'handoverId')::uuid),
  direct (user_id, org, reason) as (
    select c.officer_id, c.owner_org, 'OFFICER' from c
    union all select a.user_id, c.owner_org, 'TEAM' from c join case_access a on a.case_id = c.id and a.source = 'TEAM'
    union all select x.decided_by, x.to_org, 'PARTNER' from handovers x where x.case_id = e.case_id and x.kind <> 'TRANSFER' and x.state = 'ACCEPTED'
    union all select h.offered_by, h.from_org, 'SENDER' from h
    union all select person, i.owner_org, 'MENTION' from interactions i, unnest(i.mentions) person where i.id = (e.data ->> 'interactionId')::uuid
    -- Who was named before being let in hears of it on being let in.
    union all select a.user_id, i.owner_org, 'MENTION' from case_access a join interactions i on i.case_id = a.case_id and i.mentions @> array[a.user_id]
      where e.kind = 'team.changed' and a.case_id = e.case_id and a.source = 'TEAM' and not exists (select from notifications n
        where n.user_id = a.user_id and n.organisation_id = i.owner_org and n.case_id = e.case_id)
    union all select m.user_id, h.to_org, 'OFFER' from h join memberships m on m.organisation_id = h.to_org and m.is_active and 'LIAISON' = any (m.roles))
  select * from direct d where d.user_id is not null
  union all select a.deputy_id, d.org, 'DEPUTY' from direct d join absences a on a.user_id = d.user_id and a.organisation_id = d.org
    and today_in_berlin() between a.starts_on and a.ends_on
$$;

create function tell_people() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare p record;
begin
  -- Two transactions about one case take turns, so that neither waits for a row of the other.
  perform pg_advisory_xact_lock(hashtextextended('notifications ' || new.case_id, 0));
  for p in select distinct on (x.user_id, x.org) x.* from concerned_by(new) x
    where x.user_id is distinct from new.by_user and reads_event(x.user_id, x.org, new)
      and (x.reason = 'MENTION' or (x.reason = 'OFFER' and new.kind = 'handover.offered') or not exists (select from notification_mutes m
        where m.user_id = x.user_id and m.organisation_id = x.org and m.case_id = new.case_id))
    order by x.user_id, x.org, reason_rank(x.reason) loop
    perform put_notification(p.user_id, p.org, new.case_id, p.reason, new.kind, new.recorded_at);
  end loop;
  return null;
end
$$;
grant execute on function tell_people() to lotse_owner;
set role lotse_owner;
create constraint trigger tell after insert on timeline_events deferrable initially deferred for each row
  when (new.recorded_at > now() - interval '1 minute') execute function tell_people();
`;

const MENTIONS = `
set role lotse_definer;
-- Only colleagues of the writer: an id of somebody else is answered like an unknown one.
create function check_mentions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from unnest(new.mentions) person where not exists (select from memberships m
      where m.user_id = person and m.organisation_id = new.owner_org and m.is_active)) then
    perform refuse(404, 'person.notFound');
  end if;
  return null;
end
$$;
-- For the writer, who reads the case: whom to ask whether to let in.
create function mentioned_without_access(p_interaction uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.name from interactions i, unnest(i.mentions) person join users u on u.id = person
  where i.id = p_interaction and i.owner_org = my_org() and reads_case(my_user(), my_org(), i.case_id)
    and exists (select from acting_as(u.id, i.owner_org)) and not reads_part(u.id, i.owner_org, i.case_id, 'NOTES') order by u.name, u.id
$$;
-- The words of an offer, and of a question about it, name colleagues too: who reads the case is told; the others are for its owner to let in.
create function mention_in_handover(p_handover uuid, p_people uuid[]) returns table (id uuid, name text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_handover); person uuid;
begin
  if exists (select from unnest(p_people) x where not exists (select from memberships m
      where m.user_id = x and m.organisation_id = my_org() and m.is_active)) then
    perform refuse(404, 'person.notFound');
  end if;
  for person in select distinct x from unnest(p_people) x where x <> my_user() order by x loop
    if reads_case(person, my_org(), h.case_id) then
      perform put_notification(person, my_org(), h.case_id, 'MENTION', 'handover.asked', now());
    elsif exists (select from acting_as(person, my_org())) and exists (select from service_cases c where c.id = h.case_id and c.owner_org = my_org()) then
      return query select u.id, u.name from users u where u.id = person;
    end if;
  end loop;
end
$$;
grant execute on function check_mentions() to lotse_owner;
grant execute on function mentioned_without_access(uuid), mention_in_handover(uuid, uuid[]) to lotse_app;
set role lotse_owner;
create trigger mentions after insert on interactions for each row when (new.mentions <> '{}') execute function check_mentions();
`;

export const notifications = migration(1764000000085, 'CreateNotifications', TABLES, RIGHTS, TELLING, MENTIONS);
