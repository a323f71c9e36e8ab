import { migration } from './migration';

/** Who may know of a move: recorded first, told afterwards, both by the owner of the case. */
const TABLES = `
set role lotse_owner;
create table relocation_releases (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  kind text not null check (kind in ('CONSENT', 'PUBLISHED')),
  agreed_by text check (length(agreed_by) between 1 and 200),
  happened_on date not null,
  note text check (length(note) <= 1000),
  recorded_by uuid references users,
  recorded_by_name text not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  check (kind <> 'CONSENT' or agreed_by is not null),
  check (kind <> 'PUBLISHED' or note is not null)
);
comment on table relocation_releases is 'The company agreed that the places of origin and destination are told, or the move is public. One at a time; a withdrawn one stays.';
create unique index one_relocation_release on relocation_releases (case_id) where withdrawn_at is null;
create index on relocation_releases (case_id);
create index on relocation_releases (recorded_by);

create table relocation_notices (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  organisation_id uuid not null references organisations,
  by_org uuid not null references organisations,
  company_name text not null,
  from_ags text,
  to_ags text,
  planned_for date,
  told_by_name text not null,
  told_at timestamptz not null default now(),
  unique (case_id, organisation_id)
);
comment on table relocation_notices is 'What a place of origin or destination was told: a snapshot, and no right to the case.';
create index on relocation_notices (organisation_id, told_at desc);
create index on relocation_notices (by_org);

alter table relocation_releases enable row level security;
alter table relocation_releases force row level security;
alter table relocation_notices enable row level security;
alter table relocation_notices force row level security;
create policy read_relocation_releases on relocation_releases for select to lotse_app
  using (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy read_relocation_notices on relocation_notices for select to lotse_app
  using ((organisation_id = (select my_org()) and (select has_role('{LIAISON}')))
    or exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
grant select on relocation_releases, relocation_notices to lotse_app;
`;

const ACTIONS = `
set role lotse_definer;
-- The organisations of origin and destination, as far as they take part in the service.
create function relocation_sides(p_case uuid) returns table (organisation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.organisation_id from case_sections s
  join municipalities m on m.ags in (s.content ->> 'fromMunicipality', s.content ->> 'toMunicipality')
  where s.case_id = p_case and s.section = 'MASTER' and m.organisation_id is not null
$$;

-- Neither place learns of a move before the company agrees or the move is public. An offer that rests on the company's agreement to tell
-- this very organisation is such a word. Who had the case before knows it already. While origin or destination is not entered, any
-- municipality may be the one that must not hear of it.
create function require_relocation_release(c service_cases, p_to uuid, p_basis text) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare is_side boolean; is_unclear boolean;
begin
  if c.type <> 'RELOCATION' or p_basis = 'OVERRIDE' then return; end if;
  is_side := exists (select from relocation_sides(c.id) s where s.organisation_id = p_to);
  is_unclear := exists (select from municipalities m where m.organisation_id = p_to)
    and exists (select from case_sections s where s.case_id = c.id and s.section = 'MASTER'
      and (s.content ->> 'fromMunicipality' is null or s.content ->> 'toMunicipality' is null));
  if (is_side or is_unclear) and not exists (select from relocation_releases r where r.case_id = c.id and r.withdrawn_at is null)
    and not (p_basis = 'CONSENT' and exists (select from sharing_agreements a where a.case_id = c.id and a.kind = 'COMPANY' and a.withdrawn_on is null
      and (a.recipient_orgs is null or p_to = any (a.recipient_orgs))))
    and not exists (select from handovers h where h.case_id = c.id and h.from_org = p_to and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED')) then
    perform refuse(422, case when is_side then 'relocation.notReleased' else 'relocation.placesMissing' end);
  end if;
end
$$;

-- Nor by entering a place whose organisation reads the case already, or would by accepting an offer that shows the stub alone.
create function guard_relocation_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null and exists (select from service_cases c join municipalities m on c.reader_orgs @> array[m.organisation_id]
        or exists (select from handovers h where h.case_id = c.id and h.to_org = m.organisation_id and h.state = 'OFFERED' and h.stub_only)
      where c.id = new.case_id and c.type = 'RELOCATION' and m.organisation_id <> c.owner_org
        and m.ags in (new.content ->> 'fromMunicipality', new.content ->> 'toMunicipality')
        and m.ags not in (coalesce(old.content ->> 'fromMunicipality', ''), coalesce(old.content ->> 'toMunicipality', ''))
        and not exists (select from relocation_releases r where r.case_id = c.id and r.withdrawn_at is null)) then
    perform refuse(422, 'relocation.notReleased');
  end if;
  return new;
end
$$;
grant execute on function guard_relocation_places() to lotse_owner;
set role lotse_owner;
create trigger places before update of content on case_sections for each row when (new.section = 'MASTER') execute function guard_relocation_places();
set role lotse_definer;

create function lock_relocation(p_case uuid) returns service_cases
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, null, '{OFFICER,LIAISON}');
begin
  if c.type <> 'RELOCATION' then perform refuse(422, 'relocation.otherType'); end if;
  return c;
end
$$;

create function release_relocation(p_case uuid, p_kind text, p_by text, p_on date, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_relocation(p_case); r relocation_releases;
begin
  select * into r from relocation_releases where case_id = c.id and withdrawn_at is null;
  if r.id is not null then
    perform refuse(409, 'relocation.released', jsonb_build_object('on', r.happened_on, 'recordedBy', r.recorded_by_name, 'recordedAt', r.recorded_at));
  end if;
  insert into relocation_releases (case_id, kind, agreed_by, happened_on, note, recorded_by, recorded_by_name)
  values (c.id, p_kind, p_by, p_on, p_note, my_user(), my_name()) returning * into r;
  perform add_event(c.id, 'MASTER', 'relocation.released', '[]', jsonb_strip_nulls(jsonb_build_object('releaseKind', p_kind, 'agreedBy', p_by, 'on', p_on,
    'note', p_note)), array[c.owner_org]);
  perform audit_case(c, 'relocation.released', jsonb_build_object('kind', p_kind, 'on', p_on));
  perform notify_live('case', c.id, array[c.owner_org]);
end
$$;

create function withdraw_relocation_release(p_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_relocation(p_case);
begin
  if exists (select from relocation_notices where case_id = c.id)
    or exists (select from handovers h join relocation_sides(c.id) s on s.organisation_id = h.to_org where h.case_id = c.id and h.from_org = c.owner_org)
    or exists (select from relocation_sides(c.id) s where s.organisation_id <> c.owner_org and c.reader_orgs @> array[s.organisation_id]) then
    perform refuse(409, 'relocation.told');
  end if;
  update relocation_releases set withdrawn_at = now(), withdrawn_by_name = my_name() where case_id = c.id and withdrawn_at is null;
  if not found then perform refuse(409, 'relocation.nothingToWithdraw'); end if;
  perform add_event(c.id, 'MASTER', 'relocation.releaseWithdrawn', '[]', '{}', array[c.owner_org]);
  perform audit_case(c, 'relocation.releaseWithdrawn');
  perform notify_live('case', c.id, array[c.owner_org]);
end
$$;

-- Both at the same moment. Whoever was told stays told; a place that was entered later can be told then.
create function tell_relocation(p_case uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_relocation(p_case); master jsonb; told uuid[]; notice relocation_notices;
begin
  if not exists (select from relocation_releases r where r.case_id = c.id and r.withdrawn_at is null) then perform refuse(422, 'relocation.notReleased'); end if;
  if not exists (select from relocation_sides(c.id) s where s.organisation_id <> c.owner_org) then perform refuse(422, 'relocation.nobodyToTell'); end if;
  select content into master from case_sections where case_id = c.id and section = 'MASTER';
  for notice in insert into relocation_notices (case_id, organisation_id, by_org, company_name, from_ags, to_ags, planned_for, told_by_name)
    select c.id, s.organisation_id, c.owner_org, (select name from companies where id = c.company_id), master ->> 'fromMunicipality', master ->> 'toMunicipality',
      (master ->> 'plannedFor')::date, my_name()
    from relocation_sides(c.id) s where s.organisation_id <> c.owner_org
    on conflict (case_id, organisation_id) do nothing returning * loop
    told := told || notice.organisation_id;
    perform tell_liaisons(notice.organisation_id, 'relocation.told', notice.id);
  end loop;
  if told is null then perform refuse(409, 'relocation.toldBefore'); end if;
  perform add_event(c.id, 'MASTER', 'relocation.told', '[]', jsonb_build_object('organisations', (select jsonb_agg(name order by name) from organisations
    where id = any (told))), array[c.owner_org]);
  perform audit_case(c, 'relocation.told', jsonb_build_object('organisations', (select jsonb_agg(name order by name) from organisations where id = any (told))));
  perform notify_live('case', c.id, array[c.owner_org]);
  return cardinality(told);
end
$$;

-- A mail says that there is something to read, nothing of the company.
create function relocation_mail(p_id uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from relocation_notices where id = p_id)
$$;
grant execute on function release_relocation(uuid, text, text, date, text), withdraw_relocation_release(uuid), tell_relocation(uuid) to lotse_app;
grant execute on function relocation_mail(uuid) to lotse_jobs;
`;

export const relocations = migration(1764000000059, 'CreateRelocations', TABLES, ACTIONS);
