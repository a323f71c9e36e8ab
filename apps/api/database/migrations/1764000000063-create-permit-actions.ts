import { migration } from './migration';

const RULES = `
set role lotse_definer;
-- Case first, then procedure. A handover that is being decided holds the case: whoever waited here learns whether they still may.
create function lock_permit_case(p_case uuid) returns service_cases
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases;
begin
  select * into c from service_cases where id = p_case for no key update;
  if c.id is null or not has_role('{OFFICER,LIAISON}') or not exists (select from case_sections s, me() m
      where s.case_id = c.id and s.section = 'PERMITS' and may_see_case(c, m.org_id, m.users, m.roles) and contributes_section(s, m.org_id, m.users)) then
    perform refuse(404, 'case.notFound');
  end if;
  return c;
end
$$;

create function lock_procedure(p_procedure uuid) returns permit_procedures
language plpgsql security definer set search_path = public, pg_temp as $$
declare p permit_procedures; c service_cases; may boolean;
begin
  select * into p from permit_procedures where id = p_procedure;
  if p.id is null then perform refuse(404, 'permit.notFound'); end if;
  select * into c from service_cases where id = p.case_id for no key update;
  select m.roles && '{OFFICER,LIAISON}' and may_see_case(c, m.org_id, m.users, m.roles) and exists (select from case_sections s
    where s.case_id = c.id and s.section = 'PERMITS' and contributes_section(s, m.org_id, m.users)) into may from me() m;
  if may is not true then perform refuse(404, 'permit.notFound'); end if;
  select * into p from permit_procedures where id = p_procedure for update;
  return p;
end
$$;

-- What a procedure may name: partners and municipalities of the region, procedures of its case, and no circle of them.
create function check_procedure(p permit_procedures) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare region uuid := (select region_id from service_cases where id = p.case_id);
begin
  if p.authority_org is not null and not exists (select from organisations o where o.id = p.authority_org and o.region_id = region) then
    perform refuse(404, 'organisation.notFound');
  end if;
  if p.ags is not null and not exists (select from municipalities m where m.ags = p.ags) then
    perform refuse(400, 'validation', '{"errors": [{"pointer": "/municipality", "code": "municipality.unknown"}]}');
  end if;
  if exists (select from unnest(p.depends_on) d where not exists (select from permit_procedures o where o.id = d and o.case_id = p.case_id)) then
    perform refuse(404, 'permit.dependencyUnknown');
  end if;
  if exists (with recursive before (id) as (select unnest(p.depends_on) union select d from before b join permit_procedures o on o.id = b.id, unnest(o.depends_on) d)
      select from before where id = p.id) then
    perform refuse(422, 'permit.dependencyCircle');
  end if;
end
$$;

create function texts_of(p_list jsonb) returns text[] language sql immutable as
  $$ select coalesce(array_agg(x order by at), '{}') from jsonb_array_elements_text(p_list) with ordinality t(x, at) $$;

create function procedure_facts(p permit_procedures) returns jsonb language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object('procedureId', p.id, 'procedureType', p.type, 'procedureTitle', p.title))
$$;
`;

const ACTIONS = `
set role lotse_definer;
create function create_procedure(p_id uuid, p_case uuid, p_fields jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_permit_case(p_case); p permit_procedures;
begin
  if (select count(*) from permit_procedures where case_id = c.id) >= 50 then perform refuse(422, 'permit.tooMany'); end if;
  p := jsonb_populate_record(null::permit_procedures, p_fields - '{depends_on,agencies,expected_documents}'::text[]);
  p.id := p_id;
  p.case_id := c.id;
  p.agencies := texts_of(p_fields -> 'agencies');
  p.depends_on := texts_of(p_fields -> 'depends_on')::uuid[];
  p.expected_documents := texts_of(p_fields -> 'expected_documents');
  p.ags := coalesce(p.ags, (select e.ags from establishments e where e.company_id = c.company_id and e.ags is not null order by e.is_main desc, e.id limit 1));
  perform check_procedure(p);
  insert into permit_procedures (id, case_id, type, title, authority, authority_org, file_number, agencies, ags, municipality_is_authority, plot_area, depends_on,
    expected_documents, created_by)
  values (p.id, p.case_id, p.type, p.title, p.authority, p.authority_org, p.file_number, p.agencies, p.ags, coalesce(p.municipality_is_authority, false), p.plot_area,
    p.depends_on, p.expected_documents, my_user());
  perform add_event(c.id, 'PERMITS', 'permit.created', '[]', procedure_facts(p));
  return p.id;
end
$$;

-- p_fields carries every field, changed or not.
create function change_procedure(p_id uuid, p_version int, p_fields jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare old permit_procedures := lock_procedure(p_id); p permit_procedures; changes jsonb;
begin
  if old.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', old.version)); end if;
  p := jsonb_populate_record(old, p_fields - '{depends_on,agencies,expected_documents}'::text[]);
  p.agencies := texts_of(p_fields -> 'agencies');
  p.depends_on := texts_of(p_fields -> 'depends_on')::uuid[];
  p.expected_documents := texts_of(p_fields -> 'expected_documents');
  perform check_procedure(p);
  changes := change('permit.type', old.type, p.type) || change('permit.title', old.title, p.title) || change('permit.authority', old.authority, p.authority)
    || change('permit.authorityOrganisation', (select name from organisations where id = old.authority_org), (select name from organisations where id = p.authority_org))
    || change('permit.fileNumber', old.file_number, p.file_number) || change('permit.agencies', array_to_string(old.agencies, ', '), array_to_string(p.agencies, ', '))
    || change('permit.municipality', (select name from municipalities where ags = old.ags), (select name from municipalities where ags = p.ags))
    || change('permit.municipalityIsAuthority', old.municipality_is_authority::text, p.municipality_is_authority::text)
    || change('permit.plotArea', old.plot_area, p.plot_area)
    || change('permit.dependsOn', cardinality(old.depends_on)::text, cardinality(p.depends_on)::text)
    || change('permit.expectedDocuments', cardinality(old.expected_documents)::text, cardinality(p.expected_documents)::text);
  if (to_jsonb(p) - 'version') = (to_jsonb(old) - 'version') then return; end if;
  update permit_procedures set type = p.type, title = p.title, authority = p.authority, authority_org = p.authority_org, file_number = p.file_number,
    agencies = p.agencies, ags = p.ags, municipality_is_authority = p.municipality_is_authority, plot_area = p.plot_area, depends_on = p.depends_on,
    expected_documents = p.expected_documents, version = version + 1
  where id = p.id;
  perform add_event(p.case_id, 'PERMITS', 'permit.changed', changes, procedure_facts(p));
end
$$;

-- One event; a correction names the one it supersedes. Dates before today and corrections stand in the audit log besides.
create function add_permit_event(p_id uuid, p_procedure uuid, p_event jsonb, p_imported boolean default false) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare p permit_procedures := lock_procedure(p_procedure); e permit_events; wrong permit_events; last_day date; today date := today_in_berlin();
begin
  e := jsonb_populate_record(null::permit_events, p_event - 'items');
  if e.occurred_on > today + 31 then perform refuse(422, 'permit.inFuture'); end if;
  if (select count(*) from permit_events where procedure_id = p.id) >= 500 then perform refuse(422, 'permit.tooMany'); end if;
  if e.supersedes is not null then
    select * into wrong from permit_events where id = e.supersedes and procedure_id = p.id;
    if wrong.id is null then perform refuse(404, 'permit.eventNotFound'); end if;
    if exists (select from permit_events where supersedes = wrong.id) then perform refuse(409, 'permit.eventReplaced'); end if;
  end if;
  insert into timeline_events (case_id, section, kind, by_user, by_org, by_name, occurred_on, corrects, data)
  values (p.case_id, 'PERMITS', case when wrong.id is null then 'permit.event' when e.kind = 'RETRACTED' then 'permit.retracted' else 'permit.corrected' end,
    my_user(), my_org(), coalesce(my_name(), 'Lotse'), least(e.occurred_on, today), wrong.timeline_event,
    procedure_facts(p) || jsonb_strip_nulls(jsonb_build_object('eventKind', e.kind, 'on', e.occurred_on, 'items', p_event -> 'items', 'outcome', e.outcome,
      'agency', e.agency, 'reason', e.reason, 'note', e.note, 'oldKind', wrong.kind, 'oldOn', wrong.occurred_on, 'imported', nullif(p_imported, false))))
  returning id into e.timeline_event;
  insert into permit_events (id, procedure_id, kind, occurred_on, items, reason, complete_since, ground, until_on, months, outcome, agency, note, supersedes,
    is_imported, timeline_event, by_user, by_org, by_name)
  values (p_id, p.id, e.kind, e.occurred_on, nullif(texts_of(p_event -> 'items'), '{}'), e.reason, e.complete_since, e.ground, e.until_on, e.months, e.outcome,
    e.agency, e.note, e.supersedes, p_imported, e.timeline_event, my_user(), my_org(), coalesce(my_name(), 'Lotse'));
  select min(x.occurred_on) into last_day from permit_events x where x.procedure_id = p.id and x.kind in ('DECIDED', 'WITHDRAWN')
    and not exists (select from permit_events y where y.supersedes = x.id);
  update permit_procedures set closed_on = last_day, closed_at = case when last_day is not null then coalesce(closed_at, now()) end, version = version + 1
  where id = p.id;
  if wrong.id is not null then
    perform audit('permit.corrected', 'procedure', p.id, jsonb_build_object('old', wrong.kind || ' ' || wrong.occurred_on, 'new', e.kind || ' ' || e.occurred_on));
  elsif e.occurred_on < today then
    perform audit('permit.backDated', 'procedure', p.id, jsonb_build_object('event', e.kind, 'on', e.occurred_on));
  end if;
  return p_id;
end
$$;
grant execute on function create_procedure(uuid, uuid, jsonb), change_procedure(uuid, int, jsonb), add_permit_event(uuid, uuid, jsonb, boolean) to lotse_app;
`;

export const permitActions = migration(1764000000063, 'CreatePermitActions', RULES, ACTIONS);
