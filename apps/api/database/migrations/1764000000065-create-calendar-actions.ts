import { migration } from './migration';

const ACTIONS = `
set role lotse_definer;
-- Days of the whole region and targets are kept by the administration of its intake organisation, as routing is; others by each organisation.
create function require_calendar_keeper(p_organisation uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not has_role('{ADMINISTRATOR}') or (p_organisation is null and not keeps_routing_rules()) or (p_organisation is not null and p_organisation <> my_org()) then
    perform refuse(403, 'calendar.notKeeper');
  end if;
end
$$;

create function calendar_entry_says(e calendar_entries) returns jsonb language sql immutable as $$
  select jsonb_strip_nulls(jsonb_build_object('kind', e.kind, 'name', e.name, 'from', e.starts_on, 'to', e.ends_on, 'yearly', nullif(e.is_yearly, false), 'untilYear', e.until_year))
$$;

-- Enters an entry (p_version null) or changes one; p_entry carries all its fields. Whose it is does not change.
create function save_calendar_entry(p_id uuid, p_version int, p_entry jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare old calendar_entries; e calendar_entries;
begin
  if p_version is not null then
    select * into old from calendar_entries where id = p_id and region_id = my_region() and removed_at is null for update;
    if old.id is null then perform refuse(404, 'calendar.notFound'); end if;
    perform require_calendar_keeper(old.organisation_id);
    if old.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', old.version)); end if;
    e := jsonb_populate_record(old, p_entry - 'organisation_id');
    update calendar_entries set kind = e.kind, name = e.name, starts_on = e.starts_on, ends_on = e.ends_on, is_yearly = e.is_yearly, until_year = e.until_year,
      version = version + 1 where id = old.id;
  else
    e := jsonb_populate_record(null::calendar_entries, p_entry);
    perform require_calendar_keeper(e.organisation_id);
    if (select count(*) from calendar_entries where region_id = my_region() and organisation_id is not distinct from e.organisation_id and removed_at is null) >= 300 then
      perform refuse(422, 'calendar.tooMany');
    end if;
    insert into calendar_entries (id, region_id, organisation_id, kind, name, starts_on, ends_on, is_yearly, until_year)
    values (p_id, my_region(), e.organisation_id, e.kind, e.name, e.starts_on, e.ends_on, e.is_yearly, e.until_year);
  end if;
  perform audit(case when p_version is null then 'calendar.added' else 'calendar.changed' end, 'calendarEntry', p_id,
    calendar_entry_says(e) || case when old.id is null then '{}' else jsonb_build_object('old', calendar_entry_says(old)::text) end);
end
$$;

create function remove_calendar_entry(p_id uuid, p_version int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare old calendar_entries;
begin
  select * into old from calendar_entries where id = p_id and region_id = my_region() and removed_at is null for update;
  if old.id is null then perform refuse(404, 'calendar.notFound'); end if;
  perform require_calendar_keeper(old.organisation_id);
  if old.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', old.version)); end if;
  update calendar_entries set removed_at = now(), version = version + 1 where id = old.id;
  perform audit('calendar.removed', 'calendarEntry', old.id, calendar_entry_says(old));
end
$$;

-- One more version of a count: another target for periods that begin on a day or later. What was closed before keeps what it had.
create function add_policy_version(p_key text, p_target int, p_valid_from date, p_source text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare region uuid := my_region(); result int;
begin
  if not keeps_routing_rules() then perform refuse(403, 'calendar.notKeeper'); end if;
  perform pg_advisory_xact_lock(hashtextextended('clock policies ' || region, 0));
  select coalesce(max(version), 1) + 1 into result from clock_policy_versions where region_id = region and key = p_key;
  if result > 200 then perform refuse(422, 'calendar.tooMany'); end if;
  insert into clock_policy_versions (region_id, key, version, target, valid_from, source, activated_by, activated_by_name)
  values (region, p_key, result, p_target, p_valid_from, p_source, my_user(), my_name());
  perform audit('clockPolicy.activated', 'region', region, jsonb_build_object('policy', p_key, 'version', result, 'target', p_target, 'validFrom', p_valid_from));
  return result;
end
$$;

-- What a change would shift: dates of running procedures without a name or number, for those who keep calendars but read no case.
-- Confidential ones are in no figure.
create function counted_procedures(p_region boolean) returns table (type text, municipality_is_authority boolean, plot_area text, calendar_org uuid, events jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.type, p.municipality_is_authority, p.plot_area, coalesce(p.authority_org, c.owner_org),
    (select coalesce(jsonb_agg(jsonb_build_array(e.id, e.kind, e.occurred_on, e.items, null, e.complete_since, e.ground, e.until_on, e.months, e.outcome, null, e.supersedes)), '[]')
      from permit_events e where e.procedure_id = p.id)
  from permit_procedures p join service_cases c on c.id = p.case_id
  where has_role('{ADMINISTRATOR}') and p.closed_on is null and c.deleted_at is null and not c.confidential and c.region_id = my_region()
    and case when p_region then keeps_routing_rules() else coalesce(p.authority_org, c.owner_org) = my_org() end
$$;
grant execute on function save_calendar_entry(uuid, int, jsonb), remove_calendar_entry(uuid, int), add_policy_version(text, int, date, text),
  counted_procedures(boolean) to lotse_app;
`;

export const calendarActions = migration(1764000000065, 'CreateCalendarActions', ACTIONS);
