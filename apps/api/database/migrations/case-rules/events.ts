/** No change without its event: the database writes them itself, so no code path can forget one. */
export const EVENTS = `
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

-- A line of the log about a case carries its number, unless the case is confidential: whoever reads the log reads no cases.
create function audit_case(c service_cases, p_action text, p_details jsonb default '{}') returns void
language sql security definer set search_path = public, pg_temp as $$
  select audit(p_action, 'case', c.id, p_details || case when c.confidential then '{}' else jsonb_build_object('fileNumber', c.file_number) end)
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
  if not exists (select from case_sections s where s.case_id = p_case and s.section = 'NOTES' and contributes_section(s, p_organisation, my_users())) then
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
