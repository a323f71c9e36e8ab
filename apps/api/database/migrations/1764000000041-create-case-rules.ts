import { migration } from './migration';

/** The single place that derives readers from facts. Removing one entry from an array would kill a share given at the same moment. */
const READERS = `
set role lotse_definer;
create function refresh_case(p_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update service_cases s set
    reader_orgs = array(select distinct x from (
      select s.owner_org x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.organisation_id is not null and (a.ends_at is null or a.ends_at > now())) q order by x),
    reader_users = array(select distinct x from (
      select s.officer_id x union select a.user_id from case_access a
      where a.case_id = p_case and (a.ends_at is null or a.ends_at > now())) q where x is not null order by x),
    liaison_orgs = array(select distinct a.organisation_id from case_access a
      where a.case_id = p_case and a.liaisons_only and a.organisation_id is not null order by 1)
  where s.id = p_case;
  update case_sections k set
    reader_orgs = array(select distinct x from (
      select (select owner_org from service_cases where id = p_case) x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.organisation_id is not null and k.section = any (a.sections) and (a.ends_at is null or a.ends_at > now())) q order by x),
    contributor_orgs = array(select distinct x from (
      select (select owner_org from service_cases where id = p_case) x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.may_contribute and k.section = any (a.sections)) q order by x)
  where k.case_id = p_case;
$$;

create function lock_own_case(p_case uuid, p_version int, p_roles text[]) returns service_cases
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases;
begin
  select * into c from service_cases
  where id = p_case and owner_org = my_org() and has_role(p_roles) and (not confidential or reader_users && my_users()) for update;
  if c.id is null then perform refuse(404, 'case.notFound'); end if;
  if p_version is not null and c.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', c.version)); end if;
  return c;
end
$$;

create function can_read_company(p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON,MANAGER}'
    and case when c.confidential then c.reader_users && m.users else (not c.is_natural_person and c.region_id = m.region_id) or c.keeper_org = m.org_id end)
  or exists (select from service_cases s, me() m where s.company_id = p_company and m.roles && '{OFFICER,LIAISON,MANAGER}' and s.reader_orgs @> array[m.org_id]
    and (not s.confidential or s.reader_users && m.users or (s.liaison_orgs @> array[m.org_id] and 'LIAISON' = any (m.roles))))
$$;

create function may_change_company(p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON}'
    and (not c.confidential or c.reader_users && m.users)
    and (c.keeper_org = m.org_id or exists (select from service_cases s where s.company_id = c.id and s.owner_org = m.org_id
      and (not s.confidential or s.reader_users && m.users))))
$$;
grant execute on function may_change_company(uuid), can_read_company(uuid) to lotse_app;
`;

/** No change without its event: the database writes them itself, so no code path can forget one. */
const EVENTS = `
set role lotse_definer;
create function add_event(p_case uuid, p_section text, p_kind text, p_changes jsonb, p_data jsonb, p_parties uuid[] default null) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into timeline_events (case_id, section, kind, parties, by_user, by_org, by_name, changes, data)
  values (p_case, p_section, p_kind, p_parties, my_user(), my_org(), coalesce(my_name(), 'Lotse'), p_changes, p_data) returning id
$$;

create function change(p_field text, p_old text, p_new text) returns jsonb language sql immutable as $$
  select case when p_old is distinct from p_new then jsonb_build_array(jsonb_build_object('field', p_field, 'old', p_old, 'new', p_new)) else '[]' end
$$;

create function version_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (to_jsonb(new) - '{reader_orgs,reader_users,liaison_orgs,version}'::text[]) is distinct from
     (to_jsonb(old) - '{reader_orgs,reader_users,liaison_orgs,version}'::text[]) then
    new.version := old.version + 1;
    new.updated_at := clock_timestamp();
  else
    new.version := old.version;
  end if;
  return new;
end
$$;

create function contact_name(p_id uuid) returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select first_name || ' ' || last_name from contact_persons where id = p_id $$;

create function record_case_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare changes jsonb;
begin
  changes := change('title', old.title, new.title) || change('type', old.type, new.type) || change('projectName', old.project_name, new.project_name)
    || change('status', old.status, new.status) || change('waitingFor', old.waiting_for, new.waiting_for) || change('outcome', old.outcome, new.outcome)
    || change('ownerOrganisation', old.owner_org::text, new.owner_org::text) || change('officer', old.officer_name, new.officer_name)
    || change('nextStep', old.next_step, new.next_step) || change('nextStepOn', old.next_step_on::text, new.next_step_on::text)
    || change('confidential', old.confidential::text, new.confidential::text);
  if changes <> '[]' then
    perform add_event(new.id, 'MASTER', case
      when old.owner_org <> new.owner_org then 'owner.changed'
      when old.status <> new.status and new.status = 'CLOSED' then 'case.closed'
      when old.status = 'CLOSED' and new.status <> 'CLOSED' then 'case.reopened'
      when old.status <> new.status or old.waiting_for is distinct from new.waiting_for then 'status.changed'
      when old.officer_id is distinct from new.officer_id then 'officer.assigned'
      when old.next_step is distinct from new.next_step or old.next_step_on is distinct from new.next_step_on then 'nextStep.changed'
      else 'case.changed' end, changes, '{}');
  end if;
  if old.contact_person_id is distinct from new.contact_person_id then
    perform add_event(new.id, 'CONTACTS', 'contact.changed', change('contactPerson', contact_name(old.contact_person_id), contact_name(new.contact_person_id)), '{}');
  end if;
  update case_stubs set status = new.status, owner_org = new.owner_org where case_id = new.id and (status, owner_org) is distinct from (new.status, new.owner_org);
  if new.version <> old.version then perform notify_live('case', new.id, new.reader_orgs); end if;
  return null;
end
$$;

create function record_section_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare changes jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object('field', 'details.' || key, 'old', old.content -> key, 'new', new.content -> key) order by key), '[]')
  into changes from (select key from jsonb_each(old.content) union select key from jsonb_each(new.content)) k(key)
  where old.content -> key is distinct from new.content -> key;
  if changes <> '[]' then perform add_event(new.case_id, new.section, 'details.changed', changes, '{}'); end if;
  return null;
end
$$;

create function record_interaction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform add_event(new.case_id, 'NOTES', 'interaction.logged', '[]', jsonb_build_object('interactionId', new.id, 'kind', new.kind, 'text', new.text));
  return null;
end
$$;

create function record_follow_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare data jsonb := jsonb_build_object('followUpId', new.id, 'title', new.title, 'dueOn', new.due_on);
begin
  if tg_op = 'INSERT' then
    perform add_event(new.case_id, 'NOTES', 'followUp.created', '[]', data);
  elsif old.done_at is null and new.done_at is not null then
    perform add_event(new.case_id, 'NOTES', 'followUp.done', '[]', data);
  elsif (old.title, old.due_on) is distinct from (new.title, new.due_on) or (old.done_at is not null and new.done_at is null) then
    perform add_event(new.case_id, 'NOTES', 'followUp.changed', change('title', old.title, new.title) || change('dueOn', old.due_on::text, new.due_on::text), data);
  end if;
  return null;
end
$$;

create function record_job_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare r job_effects := case when tg_op = 'DELETE' then old else new end;
begin
  if tg_op = 'DELETE' and not exists (select from service_cases where id = r.case_id) then return null; end if;
  perform add_event(r.case_id, 'MASTER', case tg_op when 'DELETE' then 'jobEffect.removed' else 'jobEffect.added' end, '[]',
    jsonb_build_object('effect', r.effect, 'attribution', r.attribution, 'count', r.count, 'source', r.source));
  return null;
end
$$;

create function stamp_follow_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    if old.done_at is null and new.done_at is not null and my_user() is not null then new.done_by := my_user(); end if;
    return new;
  end if;
  if session_user = 'lotse_app' or my_user() is not null then
    new.organisation_id := my_org();
    new.created_by := my_user();
    new.kind := 'TASK';
  end if;
  return new;
end
$$;

create function stamp_job_effect() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null then new.recorded_by := my_user(); end if;
  return new;
end
$$;
grant execute on function version_case(), record_case_changes(), record_section_changes(), record_interaction(), record_follow_up(), record_job_effect(),
  stamp_follow_up(), stamp_job_effect() to lotse_owner;
set role lotse_owner;
create trigger version before update on service_cases for each row execute function version_case();
create trigger record after update on service_cases for each row execute function record_case_changes();
create trigger record after update of content on case_sections for each row execute function record_section_changes();
create trigger record after insert on interactions for each row when (new.case_id is not null) execute function record_interaction();
create trigger stamp before insert or update on follow_ups for each row execute function stamp_follow_up();
create trigger record after insert or update on follow_ups for each row execute function record_follow_up();
create trigger stamp before insert on job_effects for each row execute function stamp_job_effect();
create trigger record after insert or delete on job_effects for each row execute function record_job_effect();
`;

/** Creation, status, officer, team and confidentiality: what no column grant can say. */
const ACTIONS = `
set role lotse_definer;
create function create_case(p_id uuid, p_type text, p_title text, p_company uuid, p_contact uuid, p_confidential boolean, p_project_name text,
  p_details jsonb, p_next_step text, p_next_step_on date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := my_org(); region uuid := my_region(); contact uuid := p_contact;
begin
  if not has_role('{OFFICER,LIAISON}') then perform refuse(403, 'permission.missing'); end if;
  if not can_read_company(p_company) then perform refuse(404, 'company.notFound'); end if;
  if contact is not null and not exists (select from contact_persons where id = contact and company_id = p_company and owner_org = org) then
    perform refuse(404, 'contact.notFound');
  end if;
  if contact is null then
    select id into contact from contact_persons where company_id = p_company and owner_org = org and email is not null order by created_at, id limit 1;
  end if;
  insert into service_cases (id, region_id, file_number, type, title, company_id, contact_person_id, owner_org, officer_id, officer_name, confidential,
    project_name, next_step, next_step_on, created_by, reader_orgs, reader_users)
  values (p_id, region, next_file_number(region, extract(year from today_in_berlin())::int), p_type, p_title, p_company, contact, org, my_user(), my_name(),
    p_confidential, p_project_name, p_next_step, p_next_step_on, my_user(), array[org], array[my_user()]);
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

create function assign_officer(p_case uuid, p_version int, p_officer uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON,MANAGER}'); result int; person text;
begin
  select u.name into person from memberships m join users u on u.id = m.user_id
  where m.user_id = p_officer and m.organisation_id = c.owner_org and m.is_active and u.is_active and m.roles && '{OFFICER,LIAISON}';
  if person is null then perform refuse(404, 'person.notFound'); end if;
  update service_cases set officer_id = p_officer, officer_name = person where id = c.id returning version into result;
  perform refresh_case(c.id);
  return result;
end
$$;

create function set_next_step(p_case uuid, p_version int, p_next_step text, p_next_step_on date) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON,MANAGER}'); result int;
begin
  update service_cases set next_step = p_next_step, next_step_on = p_next_step_on where id = c.id returning version into result;
  return result;
end
$$;

create function set_case_team(p_case uuid, p_version int, p_users uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}'); result int;
begin
  if exists (select from unnest(p_users) x where not exists (select from memberships m where m.user_id = x and m.organisation_id = c.owner_org and m.is_active)) then
    perform refuse(404, 'person.notFound');
  end if;
  delete from case_access where case_id = c.id and source = 'TEAM';
  insert into case_access (case_id, user_id, source) select distinct c.id, x, 'TEAM' from unnest(p_users) x;
  perform refresh_case(c.id);
  perform add_event(c.id, 'MASTER', 'team.changed', '[]', jsonb_build_object('members', (select coalesce(jsonb_agg(name order by name), '[]') from users where id = any (p_users))));
  update service_cases set updated_at = now() where id = c.id returning version into result;
  return result;
end
$$;

create function set_confidential(p_case uuid, p_version int, p_confidential boolean) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}'); result int;
begin
  if exists (select from handovers h where h.case_id = c.id and h.state in ('OFFERED', 'ACCEPTED') and h.ended_at is null) then
    perform refuse(409, 'case.sharedWithOthers');
  end if;
  update service_cases set confidential = p_confidential where id = c.id returning version into result;
  return result;
end
$$;

create function release_company(p_company uuid, p_version int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c companies;
begin
  select * into c from companies where id = p_company and confidential and reader_users && my_users() and keeper_org = my_org() for update;
  if c.id is null then perform refuse(404, 'company.notFound'); end if;
  if c.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', c.version)); end if;
  update companies set confidential = false, version = version + 1, updated_at = now() where id = c.id;
  perform audit('company.released', 'company', c.id);
  return c.version + 1;
end
$$;

create function confidential_case_counts(p_from date, p_to date) returns table (quarter date, cases bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select date_trunc('quarter', created_at at time zone 'Europe/Berlin')::date, count(*) from service_cases
  where owner_org = my_org() and confidential and has_role('{MANAGER}')
    and (created_at at time zone 'Europe/Berlin')::date between p_from and p_to group by 1 order by 1
$$;
grant execute on function create_case(uuid, text, text, uuid, uuid, boolean, text, jsonb, text, date), set_case_status(uuid, int, text, text, text),
  assign_officer(uuid, int, uuid), set_next_step(uuid, int, text, date), set_case_team(uuid, int, uuid[]), set_confidential(uuid, int, boolean),
  release_company(uuid, int), confidential_case_counts(date, date) to lotse_app;
`;

const CASE_POLICIES = `
set role lotse_owner;
create policy read_cases on service_cases for select to lotse_app
  using ((owner_org = (select my_org()) or reader_orgs @> array[(select my_org())]) and (select has_role('{OFFICER,LIAISON,MANAGER}')));
create policy confidential_cases on service_cases as restrictive for select to lotse_app
  using (not confidential or reader_users && (select my_users())
    or (liaison_orgs @> array[(select my_org())] and (select has_role('{LIAISON}'))));
create policy change_cases on service_cases for update to lotse_app
  using (owner_org = (select my_org()) and (select has_role('{OFFICER,LIAISON}')))
  with check (owner_org = (select my_org()));
create policy read_sections on case_sections for select to lotse_app
  using (reader_orgs @> array[(select my_org())] and exists (select from service_cases c where c.id = case_id));
create policy change_sections on case_sections for update to lotse_app
  using (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())) and (select has_role('{OFFICER,LIAISON}')))
  with check (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy read_access on case_access for select to lotse_app
  using (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy read_stubs on case_stubs for select to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON,MANAGER}')));
create policy confidential_stubs on case_stubs as restrictive for select to lotse_app
  using (reader_users is null or reader_users && (select my_users()));
create policy read_timeline on timeline_events for select to lotse_app
  using (exists (select from case_sections s where s.case_id = timeline_events.case_id and s.section = timeline_events.section));
create policy timeline_parties on timeline_events as restrictive for select to lotse_app
  using (parties is null or parties @> array[(select my_org())]);
create policy no_series on file_number_series for select to lotse_app using (false);

create policy read_follow_ups on follow_ups for select to lotse_app
  using (exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES'));
create policy add_follow_ups on follow_ups for insert to lotse_app
  with check (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
    and (assignee_id is null or exists (select from memberships m where m.user_id = assignee_id and m.organisation_id = (select my_org())))
    and exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES' and s.contributor_orgs @> array[(select my_org())]));
create policy change_follow_ups on follow_ups for update to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
    and exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES' and s.contributor_orgs @> array[(select my_org())]))
  with check (organisation_id = (select my_org())
    and (assignee_id is null or exists (select from memberships m where m.user_id = assignee_id and m.organisation_id = (select my_org()))));

create policy read_job_effects on job_effects for select to lotse_app
  using (exists (select from case_sections s where s.case_id = job_effects.case_id and s.section = 'MASTER'));
create policy add_job_effects on job_effects for insert to lotse_app
  with check ((select has_role('{OFFICER,LIAISON}')) and exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy remove_job_effects on job_effects for delete to lotse_app
  using ((select has_role('{OFFICER,LIAISON}')) and exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));

grant select on service_cases, case_sections, case_access, case_stubs, timeline_events, follow_ups, job_effects to lotse_app;
grant update (title, project_name, contact_person_id, next_step, next_step_on, updated_at) on service_cases to lotse_app;
grant update (content) on case_sections to lotse_app;
grant insert (id, case_id, assignee_id, title, due_on) on follow_ups to lotse_app;
grant update (assignee_id, title, due_on, done_at) on follow_ups to lotse_app;
grant insert (id, case_id, effect, attribution, count, source) on job_effects to lotse_app;
grant delete on job_effects to lotse_app;
`;

const COMPANY_POLICIES = `
set role lotse_owner;
create policy read_companies on companies for select to lotse_app
  using ((select has_role('{OFFICER,LIAISON,MANAGER}'))
    and ((not is_natural_person and region_id = (select my_region())) or keeper_org = (select my_org())
      or exists (select from service_cases c where c.company_id = companies.id)));
create policy confidential_companies on companies as restrictive for select to lotse_app
  using (not confidential or reader_users && (select my_users()) or exists (select from service_cases c where c.company_id = companies.id));
create policy add_companies on companies for insert to lotse_app
  with check (keeper_org = (select my_org()) and region_id = (select my_region()) and (select has_role('{OFFICER,LIAISON}')));
create policy change_companies on companies for update to lotse_app
  using (may_change_company(id)) with check (may_change_company(id));

create policy read_establishments on establishments for select to lotse_app
  using (exists (select from companies c where c.id = company_id));
create policy add_establishments on establishments for insert to lotse_app with check (may_change_company(company_id));
create policy change_establishments on establishments for update to lotse_app
  using (may_change_company(company_id)) with check (may_change_company(company_id));

create policy read_contacts on contact_persons for select to lotse_app
  using ((select has_role('{OFFICER,LIAISON,MANAGER}')) and (
    (owner_org = (select my_org()) and exists (select from companies c where c.id = company_id))
    or exists (select from service_cases k join case_sections s on s.case_id = k.id and s.section = 'CONTACTS' where k.contact_person_id = contact_persons.id)));
create policy add_contacts on contact_persons for insert to lotse_app
  with check (owner_org = (select my_org()) and (select has_role('{OFFICER,LIAISON}')) and exists (select from companies c where c.id = company_id));
create policy change_contacts on contact_persons for update to lotse_app
  using ((select has_role('{OFFICER,LIAISON}')) and owner_org = (select my_org()) and exists (select from companies c where c.id = company_id))
  with check (owner_org = (select my_org()));

create policy read_interactions on interactions for select to lotse_app
  using ((select has_role('{OFFICER,LIAISON,MANAGER}')) and case when case_id is null
    then owner_org = (select my_org()) and exists (select from companies c where c.id = company_id)
    else exists (select from case_sections s where s.case_id = interactions.case_id and s.section = 'NOTES') end);
create policy add_interactions on interactions for insert to lotse_app
  with check (owner_org = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
    and exists (select from companies c where c.id = company_id)
    and (case_id is null or exists (select from service_cases k join case_sections s on s.case_id = k.id and s.section = 'NOTES'
      where k.id = interactions.case_id and k.company_id = interactions.company_id and s.contributor_orgs @> array[(select my_org())])));

grant select on companies, establishments, contact_persons, interactions to lotse_app;
grant insert (id, name, legal_form, is_natural_person, register_court, register_number, vat_id, economic_id, industry_code, industry_version, size_class,
  website, confidential, project_name) on companies to lotse_app;
grant update (name, legal_form, is_natural_person, register_court, register_number, vat_id, economic_id, industry_code, industry_version, size_class,
  website, project_name, version, updated_at) on companies to lotse_app;
grant insert (id, company_id, name, street, house_number, postal_code, place, ags, municipality_source, municipality_reason, is_main) on establishments to lotse_app;
grant update (name, street, house_number, postal_code, place, ags, municipality_source, municipality_reason, is_main, version) on establishments to lotse_app;
grant insert (id, company_id, first_name, last_name, position, email, phone, phone_key, language, survey_notice_on, survey_objected_on) on contact_persons to lotse_app;
grant update (first_name, last_name, position, email, phone, phone_key, language, survey_notice_on, survey_objected_on, version) on contact_persons to lotse_app;
grant insert (id, company_id, case_id, kind, text, occurred_at) on interactions to lotse_app;
`;

export const caseRules = migration(1764000000041, 'CreateCaseRules', READERS, EVENTS, ACTIONS, CASE_POLICIES, COMPANY_POLICIES);
