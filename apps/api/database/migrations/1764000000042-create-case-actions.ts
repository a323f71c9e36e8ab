import { migration } from './migration';

/** Creation, status, officer, team and confidentiality: what no column grant can say. */
const ACTIONS = `
set role lotse_definer;
create function create_case(p_id uuid, p_type text, p_title text, p_company uuid, p_contact uuid, p_confidential boolean, p_project_name text,
  p_details jsonb, p_next_step text, p_next_step_on date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := my_org(); region uuid := my_region(); contact uuid := p_contact;
begin
  if not has_role('{OFFICER,LIAISON}') then perform refuse(403, 'permission.missing'); end if;
  if not may_open_case_for(p_company) then perform refuse(404, 'company.notFound'); end if;
  if contact is not null and not exists (select from contact_persons where id = contact and company_id = p_company and owner_org = org) then
    perform refuse(404, 'contact.notFound');
  end if;
  if contact is null then
    select id into contact from contact_persons where company_id = p_company and owner_org = org and email is not null order by created_at, id limit 1;
  end if;
  -- A number that is taken is drawn again; only a year with nearly a million cases runs out of them.
  for attempt in 1..200 loop
    insert into service_cases (id, region_id, file_number, type, title, company_id, contact_person_id, owner_org, officer_id, officer_name, confidential,
      project_name, next_step, next_step_on, created_by, reader_orgs, reader_users)
    values (p_id, region, draw_file_number(region, extract(year from today_in_berlin())::int), p_type, p_title, p_company, contact, org, my_user(), my_name(),
      p_confidential, p_project_name, p_next_step, p_next_step_on, my_user(), array[org], array[my_user()])
    on conflict (file_number) do nothing;
    exit when found;
    if attempt = 200 then perform refuse(409, 'case.fileNumbersExhausted'); end if;
  end loop;
  insert into case_sections (case_id, section, content, reader_orgs, contributor_orgs)
  select p_id, s, case s when 'MASTER' then p_details else '{}' end, array[org], array[org]
  from unnest('{MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS,FEEDBACK}'::text[]) s;
  perform add_event(p_id, 'MASTER', 'case.created', '[]', jsonb_build_object('type', p_type, 'title', p_title, 'ownerOrganisation', org));
  perform notify_live('case', p_id, array[org]);
  return p_id;
end
$$;

create function set_case_status(p_case uuid, p_version int, p_status text, p_waiting_for text, p_outcome text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}'); result int;
begin
  if (c.status = p_status and (p_status <> 'WAITING' or c.waiting_for = p_waiting_for)) or p_status = 'NEW'
    or (c.status = 'CLOSED' and p_status <> 'IN_PROGRESS') then
    perform refuse(422, 'case.cannotMove', jsonb_build_object('from', c.status, 'to', p_status));
  end if;
  if p_status = 'CLOSED' and exists (select from handovers h where h.case_id = c.id and h.kind = 'TRANSFER' and h.state = 'OFFERED') then
    perform refuse(409, 'case.transferOpen');
  end if;
  update service_cases set status = p_status,
    waiting_for = case when p_status = 'WAITING' then p_waiting_for end,
    outcome = case when p_status = 'CLOSED' then p_outcome end,
    closed_at = case when p_status = 'CLOSED' then now() end,
    reopened_at = case when c.status = 'CLOSED' then now() else reopened_at end
  where id = c.id returning version into result;
  return result;
end
$$;

-- A part is kept for the officer in charge and the team, and the acting person is none of them; a deputy reads it but does not decide who does.
create function keeps_from_me(c service_cases) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not c.reader_users @> array[my_user()] and exists (select from case_sections where case_id = c.id and level = 'PERSON')
$$;

create function assign_officer(p_case uuid, p_version int, p_officer uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON,MANAGER}'); result int; person text;
begin
  select u.name into person from memberships m join users u on u.id = m.user_id
  where m.user_id = p_officer and m.organisation_id = c.owner_org and m.is_active and u.is_active and m.roles && '{OFFICER,LIAISON}';
  if person is null then perform refuse(404, 'person.notFound'); end if;
  -- Whoever is put in charge reads what is kept for that person: a lead decides that for others, nobody for themself.
  if keeps_from_me(c) and (p_officer = my_user() or not has_role('{MANAGER}')) then perform refuse(403, 'section.notYours'); end if;
  update service_cases set officer_id = p_officer, officer_name = person where id = c.id returning version into result;
  perform refresh_case(c.id);
  return result;
end
$$;

create function set_next_step(p_case uuid, p_version int, p_next_step text, p_next_step_on date, p_none_needed boolean default false) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON,MANAGER}'); result int;
begin
  update service_cases set next_step = p_next_step, next_step_on = p_next_step_on,
    no_step_needed = p_none_needed and p_next_step is null and p_next_step_on is null where id = c.id returning version into result;
  return result;
end
$$;

-- "Keiner nötig" is an answer of the owner alone; whoever works along finishes a follow-up without speaking for it.
create function need_no_step(p_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update service_cases set no_step_needed = true
  where id = p_case and owner_org = my_org() and has_role('{OFFICER,LIAISON}') and (not confidential or reader_users && my_users())
    and deleted_at is null and status <> 'CLOSED' and next_step is null and next_step_on is null and not no_step_needed;
end
$$;

create function set_case_team(p_case uuid, p_version int, p_users uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}'); result int;
begin
  if c.confidential and not c.reader_users @> array[my_user()] then perform refuse(403, 'team.deputy'); end if;
  if keeps_from_me(c) then perform refuse(403, 'section.notYours'); end if;
  if exists (select from unnest(p_users) x where not exists (select from memberships m where m.user_id = x and m.organisation_id = c.owner_org and m.is_active)) then
    perform refuse(404, 'person.notFound');
  end if;
  delete from case_access where case_id = c.id and source = 'TEAM';
  insert into case_access (case_id, user_id, source) select distinct c.id, x, 'TEAM' from unnest(p_users) x;
  perform refresh_case(c.id);
  perform add_event(c.id, 'MASTER', 'team.changed', '[]', jsonb_build_object('members', (select coalesce(jsonb_agg(name order by name), '[]') from users where id = any (p_users))), array[c.owner_org]);
  update service_cases set updated_at = now() where id = c.id returning version into result;
  return result;
end
$$;

create function set_confidential(p_case uuid, p_version int, p_confidential boolean) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}'); result int;
begin
  if c.confidential and not c.reader_users @> array[my_user()] then perform refuse(403, 'team.deputy'); end if;
  if exists (select from handovers h where h.case_id = c.id and (h.state = 'OFFERED' or (h.state = 'ACCEPTED' and h.kind <> 'TRANSFER')))
    or exists (select from case_sections where case_id = c.id and level = 'REGION') then
    perform refuse(409, 'case.sharedWithOthers');
  end if;
  update service_cases set confidential = p_confidential where id = c.id returning version into result;
  return result;
end
$$;

-- MASTER comes first: whoever reads anything of a case reads what it is about. Taken back from the region, it takes the rest along.
create function set_section_level(p_case uuid, p_version int, p_section text, p_level text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}'); k case_sections; result int;
begin
  select * into k from case_sections where case_id = c.id and section = p_section for update;
  if p_section = 'MASTER' and p_level in ('ORGANISATION', 'PERSON') then perform refuse(422, 'section.masterStays'); end if;
  if 'PERSON' in (k.level, p_level) and not c.reader_users @> array[my_user()] then perform refuse(403, 'section.notYours'); end if;
  if k.level = p_level then return c.version; end if;
  if p_level = 'REGION' then
    if c.confidential then perform refuse(422, 'section.confidential'); end if;
    if exists (select from companies where id = c.company_id and is_natural_person) then perform refuse(422, 'section.naturalPerson'); end if;
    if p_section = 'CONTACTS' then perform refuse(422, 'section.contacts'); end if;
    if c.type = 'RELOCATION' and not exists (select from relocation_releases r where r.case_id = c.id and r.withdrawn_at is null) then
      perform refuse(422, 'relocation.notReleased');
    end if;
    if exists (select from regions r where r.id = c.region_id and r.require_consent) and not exists (select from sharing_agreements a
        where a.case_id = c.id and a.kind = 'COMPANY' and a.recipient_orgs is null and a.withdrawn_on is null) then
      perform refuse(422, 'section.consentMissing');
    end if;
    if p_section <> 'MASTER' and not exists (select from case_sections where case_id = c.id and section = 'MASTER' and level = 'REGION') then
      perform refuse(422, 'section.masterFirst');
    end if;
  end if;
  update case_sections set level = p_level where case_id = c.id and section = p_section;
  if p_section = 'MASTER' then update case_sections set level = 'PARTIES' where case_id = c.id and level = 'REGION' and section <> 'MASTER' and p_level <> 'REGION'; end if;
  perform add_event(c.id, 'MASTER', 'section.level', '[]', jsonb_build_object('section', p_section, 'from', k.level, 'to', p_level), array[c.owner_org]);
  perform refresh_case(c.id);
  -- A call-back is for who may read it: the lead no longer does.
  if p_level = 'PERSON' and p_section in ('NOTES', 'FEEDBACK') then
    update follow_ups set assignee_id = c.officer_id where case_id = c.id and organisation_id = c.owner_org and kind = 'RECOVERY' and done_at is null;
  end if;
  perform audit_case(c, 'section.level', jsonb_build_object('section', p_section, 'from', k.level, 'to', p_level));
  update service_cases set updated_at = now() where id = c.id returning version into result;
  perform notify_live('case', c.id, array(select unnest(reader_orgs) from service_cases where id = c.id));
  return result;
end
$$;

create function release_company(p_company uuid, p_version int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c companies;
begin
  select * into c from companies where id = p_company and confidential and reader_users && my_users() and keeper_org = my_org() and has_role('{OFFICER,LIAISON}') for update;
  if c.id is null then perform refuse(404, 'company.notFound'); end if;
  if not c.reader_users @> array[my_user()] then perform refuse(403, 'team.deputy'); end if;
  if c.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', c.version)); end if;
  update companies set confidential = false, version = version + 1, updated_at = now() where id = c.id;
  perform audit('company.released', 'company', c.id);
  return c.version + 1;
end
$$;

-- Who shapes the team of a confidential company is in it and stays so: nobody locks themself out, and a deputy of some days gives
-- nobody a right that outlasts them.
create function set_company_team(p_company uuid, p_version int, p_users uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c companies;
begin
  select * into c from companies where id = p_company and keeper_org = my_org() and reader_users && my_users() and has_role('{OFFICER,LIAISON}') for update;
  if c.id is null then perform refuse(404, 'company.notFound'); end if;
  if not c.reader_users @> array[my_user()] then perform refuse(403, 'team.deputy'); end if;
  if c.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', c.version)); end if;
  if not c.confidential then perform refuse(409, 'company.notConfidential'); end if;
  if exists (select from unnest(p_users) x where not exists (select from memberships m join users u on u.id = m.user_id
      where m.user_id = x and m.organisation_id = c.keeper_org and m.is_active and u.is_active and m.roles && '{OFFICER,LIAISON,MANAGER}')) then
    perform refuse(404, 'person.notFound');
  end if;
  if not p_users @> array[my_user()] then perform refuse(422, 'company.teamWithoutYou'); end if;
  update companies set reader_users = array(select distinct x from unnest(p_users) x order by x), version = version + 1, updated_at = now() where id = c.id;
  perform audit('company.teamChanged', 'company', c.id, jsonb_build_object(
    'added', array(select unnest(p_users) except select unnest(c.reader_users)), 'removed', array(select unnest(c.reader_users) except select unnest(p_users))));
  return c.version + 1;
end
$$;

create function confidential_case_counts(p_from date, p_to date) returns table (quarter date, cases bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select date_trunc('quarter', created_at at time zone 'Europe/Berlin')::date, count(*) from service_cases
  where owner_org = my_org() and confidential and deleted_at is null and has_role('{MANAGER}') and not is_viewing()
    and (created_at at time zone 'Europe/Berlin')::date between p_from and p_to group by 1 order by 1
$$;
grant execute on function create_case(uuid, text, text, uuid, uuid, boolean, text, jsonb, text, date), set_case_status(uuid, int, text, text, text),
  assign_officer(uuid, int, uuid), set_next_step(uuid, int, text, date, boolean), need_no_step(uuid), set_case_team(uuid, int, uuid[]), set_confidential(uuid, int, boolean), set_section_level(uuid, int, text, text),
  release_company(uuid, int), set_company_team(uuid, int, uuid[]), confidential_case_counts(date, date) to lotse_app;
`;

export const caseActions = migration(1764000000042, 'CreateCaseActions', ACTIONS);
