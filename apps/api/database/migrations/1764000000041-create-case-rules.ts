import { migration } from './migration';

/** The single place that derives readers from facts. Removing one entry from an array would kill a share given at the same moment. */
const READERS = `
set role lotse_definer;
-- A case in the bin has no readers, so that whoever asks by readers finds nothing.
-- Every partner of the region, where a part of the case is open to them; nothing confidential is.
create function region_readers(p_case uuid, p_section text default null) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from service_cases s join organisations o on o.region_id = s.region_id
  where s.id = p_case and not s.confidential and not exists (select from companies co where co.id = s.company_id and co.is_natural_person)
    and exists (select from case_sections k
    where k.case_id = s.id and k.level = 'REGION' and k.section = coalesce(p_section, k.section))
$$;

create function refresh_case(p_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update service_cases s set
    reader_orgs = array(select distinct x from (
      select s.owner_org x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.organisation_id is not null and (a.ends_at is null or a.ends_at > now())
      union select region_readers(p_case)) q where s.deleted_at is null order by x),
    reader_users = array(select distinct x from (
      select s.officer_id x union select a.user_id from case_access a
      where a.case_id = p_case and (a.ends_at is null or a.ends_at > now())) q where x is not null and s.deleted_at is null order by x),
    liaison_orgs = array(select distinct a.organisation_id from case_access a
      where a.case_id = p_case and a.liaisons_only and a.organisation_id is not null order by 1)
  where s.id = p_case;
  update case_sections k set
    reader_orgs = array(select distinct x from (
      select (select owner_org from service_cases where id = p_case) x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.organisation_id is not null and k.section = any (a.sections) and (a.ends_at is null or a.ends_at > now())
        and k.level <> 'ORGANISATION' union select region_readers(p_case, k.section)) q
      where not exists (select from service_cases where id = p_case and deleted_at is not null) order by x),
    contributor_orgs = array(select distinct x from (
      select (select owner_org from service_cases where id = p_case) x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.may_contribute and k.section = any (a.sections) and k.level <> 'ORGANISATION') q
      where not exists (select from service_cases where id = p_case and deleted_at is not null) order by x)
  where k.case_id = p_case;
$$;

create function lock_own_case(p_case uuid, p_version int, p_roles text[]) returns service_cases
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases;
begin
  select * into c from service_cases
  where id = p_case and owner_org = my_org() and deleted_at is null and has_role(p_roles) and (not confidential or reader_users && my_users()) for update;
  if c.id is null then perform refuse(404, 'case.notFound'); end if;
  if p_version is not null and c.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', c.version)); end if;
  return c;
end
$$;

create function can_read_company(p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON,MANAGER}'
    and case when c.confidential then c.keeper_org = m.org_id and c.reader_users && m.users else (not c.is_natural_person and not c.is_untaken and c.region_id = m.region_id) or c.keeper_org = m.org_id end)
  or exists (select from service_cases s, me() m where s.company_id = p_company and m.roles && '{OFFICER,LIAISON,MANAGER}' and s.reader_orgs @> array[m.org_id]
    and (not s.confidential or s.reader_users && m.users or (s.liaison_orgs @> array[m.org_id] and 'LIAISON' = any (m.roles))))
$$;

-- Whether the organisation knows a company by itself: it keeps it, it is open, or a case of its own brings it along. What somebody else's
-- case lends for the length of an offer is not enough to open a case with, which would keep the company readable for good.
create function may_open_case_for(p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON}'
    and (case when c.confidential then c.keeper_org = m.org_id and c.reader_users && m.users
        else (not c.is_natural_person and not c.is_untaken and c.region_id = m.region_id) or c.keeper_org = m.org_id end
      or exists (select from service_cases s where s.company_id = c.id and s.owner_org = m.org_id and s.deleted_at is null and (not s.confidential or s.reader_users && m.users))))
$$;

-- The keeper changes a company, and who was given a case of it: opening a case of one's own is no right to somebody else's facts.
create function may_change_company(p_company uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON}'
    and (not c.confidential or c.reader_users && m.users)
    and (c.keeper_org = m.org_id or exists (select from service_cases s join handovers h on h.case_id = s.id
      where s.company_id = c.id and s.owner_org = m.org_id and (not s.confidential or s.reader_users && m.users)
        and h.to_org = m.org_id and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED'))));
end
$$;
grant execute on function may_change_company(uuid), can_read_company(uuid) to lotse_app;
`;

/** No change without its event: the database writes them itself, so no code path can forget one. */
const EVENTS = `
set role lotse_definer;
-- Taking back the last step is a change like any other: its events say so, and nothing of what happened is removed.
create function is_undoing() returns boolean language sql stable set search_path = public, pg_temp as
  $$ select coalesce(current_setting('app.undoing', true), '') = 'true' $$;

create function add_event(p_case uuid, p_section text, p_kind text, p_changes jsonb, p_data jsonb, p_parties uuid[] default null) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  insert into timeline_events (case_id, section, kind, parties, by_user, by_org, by_name, changes, data)
  values (p_case, p_section, p_kind, p_parties, my_user(), my_org(), coalesce(my_name(), 'Lotse'), p_changes,
    p_data || case when is_undoing() then '{"undone": true}'::jsonb else '{}' end) returning id
$$;

create function change(p_field text, p_old text, p_new text) returns jsonb language sql immutable as $$
  select case when p_old is distinct from p_new then jsonb_build_array(jsonb_build_object('field', p_field, 'old', p_old, 'new', p_new)) else '[]' end
$$;

-- A stored column is empty while the row is being changed, so it takes no part in finding out whether anything changed.
create function version_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- That nothing needs to be done is said of one plan: a new step, another owner or reopening takes it back.
  if is_undoing() then null;
  elsif new.next_step is not null or new.next_step_on is not null or new.owner_org <> old.owner_org or (old.status = 'CLOSED' and new.status <> 'CLOSED') then
    new.no_step_needed := false;
  end if;
  if (to_jsonb(new) - '{reader_orgs,reader_users,liaison_orgs,version,title_key}'::text[]) is distinct from
     (to_jsonb(old) - '{reader_orgs,reader_users,liaison_orgs,version,title_key}'::text[]) then
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
    || change('noStepNeeded', old.no_step_needed::text, new.no_step_needed::text)
    || change('deleted', (old.deleted_at is not null)::text, (new.deleted_at is not null)::text)
    || change('confidential', old.confidential::text, new.confidential::text);
  if changes <> '[]' then
    perform add_event(new.id, 'MASTER', case
      when old.deleted_at is null and new.deleted_at is not null then 'case.deleted'
      when old.deleted_at is not null and new.deleted_at is null then 'case.restored'
      when old.owner_org <> new.owner_org then 'owner.changed'
      when old.status <> new.status and new.status = 'CLOSED' then 'case.closed'
      when old.status = 'CLOSED' and new.status <> 'CLOSED' then 'case.reopened'
      when old.status <> new.status or old.waiting_for is distinct from new.waiting_for then 'status.changed'
      when old.officer_id is distinct from new.officer_id then 'officer.assigned'
      when old.next_step is distinct from new.next_step or old.next_step_on is distinct from new.next_step_on
        or old.no_step_needed <> new.no_step_needed then 'nextStep.changed'
      else 'case.changed' end, changes, '{}');
  end if;
  -- Taken over with the case, a contact person is entered anew for the new owner: the same person, no change.
  if contact_name(old.contact_person_id) is distinct from contact_name(new.contact_person_id)
    or (old.owner_org = new.owner_org and old.contact_person_id is distinct from new.contact_person_id) then
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
  section text := case new.kind when 'RECOVERY' then 'FEEDBACK' else 'NOTES' end; -- a call-back tells of a grade
begin
  if tg_op = 'INSERT' then
    perform add_event(new.case_id, section, 'followUp.created', '[]', data);
  elsif (old.deleted_at is null) <> (new.deleted_at is null) then
    perform add_event(new.case_id, section, case when new.deleted_at is null then 'followUp.restored' else 'followUp.deleted' end, '[]', data);
  elsif old.done_at is null and new.done_at is not null then
    perform add_event(new.case_id, section, 'followUp.done', '[]', data);
  elsif (old.title, old.due_on) is distinct from (new.title, new.due_on) or (old.done_at is not null and new.done_at is null) then
    perform add_event(new.case_id, section, 'followUp.changed', change('title', old.title, new.title) || change('dueOn', old.due_on::text, new.due_on::text), data);
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

-- A handover that is being decided holds the case: whoever adds to it meanwhile waits here and then learns whether they still may.
-- The row rules alone look at the moment the statement began, and would leave a task with an organisation that is gone.
create function require_contributor(p_case uuid, p_organisation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from service_cases where id = p_case for key share;
  if not exists (select from case_sections where case_id = p_case and section = 'NOTES' and contributor_orgs @> array[p_organisation]) then
    perform refuse(404, 'case.notFound');
  end if;
end
$$;

-- A follow-up without an organisation comes from a person; the rules of the database name it themselves.
create function stamp_follow_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    if old.done_at is null and new.done_at is not null and my_user() is not null then new.done_by := my_user(); end if;
    if old.done_at is not null and new.done_at is null then perform require_contributor(new.case_id, new.organisation_id); end if;
    return new;
  end if;
  if new.organisation_id is null then
    new.organisation_id := my_org();
    new.created_by := my_user();
    new.kind := 'TASK';
    perform require_contributor(new.case_id, new.organisation_id);
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

/** What a case may name and show, and who is told at once when it changes. */
const CHECKS = `
set role lotse_definer;
-- A case shows its contact person to all its readers: only a contact of the same company that the acting organisation entered may be named.
create function check_case_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null and not exists (
    select from contact_persons p where p.id = new.contact_person_id and p.company_id = new.company_id and p.owner_org = my_org()) then
    perform refuse(404, 'contact.notFound');
  end if;
  if consent_withdrawn(new) then
    perform take_contact_out(new.id);
    perform refresh_case(new.id);
  end if;
  return null;
end
$$;

-- Whoever reads a case reads its company, so an open case would tell of a confidential one.
create function check_case_confidential() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from companies where id = new.company_id and confidential) then
    perform refuse(422, 'case.companyConfidential');
  end if;
  return null;
end
$$;

-- Pages that show the case follow every event; what was entered for the past (demo data, imports) tells nobody.
create function tell_case_readers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_live('case', new.case_id, coalesce(new.parties, (select reader_orgs from case_sections where case_id = new.case_id and section = new.section)));
  return null;
end
$$;
-- Who was given a case of a company may mend its facts, but whether it is a natural person's firm decides who in the region reads it.
create function guard_company() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.is_natural_person <> old.is_natural_person and my_user() is not null and old.keeper_org <> my_org() then
    perform refuse(403, 'company.notChangeable');
  end if;
  return new;
end
$$;

-- A firm that turns out to be a natural person's closes at once what was open to the region.
create function close_to_region() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_case(s.id) from service_cases s where s.company_id = new.id;
  return null;
end
$$;

-- Whoever works on a case of a company has made it one the region knows.
create function take_company() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update companies set is_untaken = false where id = new.company_id and is_untaken;
  return null;
end
$$;

-- The log of the keeper, and of who changed it: field by field what stood there and what stands there now; of a confidential one the fields alone.
create function record_company_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare changed record;
begin
  if my_user() is null then return null; end if;
  select jsonb_object_agg(n.key, coalesce(o.value, '–') || ' → ' || coalesce(n.value, '–')) as facts, string_agg(n.key, ', ' order by n.key) as fields
  into changed from jsonb_each_text(to_jsonb(new)) n join jsonb_each_text(to_jsonb(old)) o using (key)
  where n.value is distinct from o.value and n.key <> all ('{version,updated_at,name_key,reader_users,confidential,is_untaken}'::text[]);
  if changed.fields is null then return null; end if;
  insert into audit_entries (organisation_id, user_id, action, subject_kind, subject_id, details)
  select distinct o, my_user(), 'company.changed', 'company', new.id,
    case when old.confidential then jsonb_build_object('fields', changed.fields) else changed.facts end
      || case when o <> my_org() then jsonb_build_object('organisation', (select name from organisations where id = my_org())) else '{}' end
  from unnest(array[my_org(), new.keeper_org]) o;
  return null;
end
$$;
grant execute on function check_case_contact(), check_case_confidential(), tell_case_readers(), guard_company(), close_to_region(), take_company(), record_company_changes() to lotse_owner;
set role lotse_owner;
create trigger guard before update on companies for each row execute function guard_company();
create trigger close_to_region after update of is_natural_person on companies for each row when (new.is_natural_person and not old.is_natural_person)
  execute function close_to_region();
create trigger take_company after update of status on service_cases for each row when (old.status = 'NEW' and new.status in ('IN_PROGRESS', 'WAITING'))
  execute function take_company();
create trigger record after update on companies for each row execute function record_company_changes();
create trigger contact_of_company after update of contact_person_id on service_cases for each row
  when (new.contact_person_id is not null and new.contact_person_id is distinct from old.contact_person_id and new.owner_org = old.owner_org)
  execute function check_case_contact();
create trigger company_stays_confidential after insert or update of confidential, company_id on service_cases for each row
  when (not new.confidential) execute function check_case_confidential();
create trigger live after insert on timeline_events for each row
  when (new.recorded_at > now() - interval '1 minute') execute function tell_case_readers();
`;

export const caseRules = migration(1764000000041, 'CreateCaseRules', READERS, EVENTS, CHECKS);
