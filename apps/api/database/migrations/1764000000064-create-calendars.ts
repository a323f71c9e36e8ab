import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table calendar_entries (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  organisation_id uuid references organisations,
  kind text not null check (kind in ('HOLIDAY', 'CLOSURE')),
  name text not null check (length(name) between 2 and 120),
  starts_on date not null check (starts_on between '2000-01-01' and '2069-12-31'),
  ends_on date not null,
  is_yearly boolean not null default false,
  until_year int check (until_year between 2000 and 2069),
  removed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  check (ends_on between starts_on and starts_on + 61),
  check (until_year is null or (is_yearly and until_year >= extract(year from starts_on)))
);
comment on table calendar_entries is 'Days on top of the holidays of the law: declared holidays, and days an office is closed, which move no statutory period.';
comment on column calendar_entries.organisation_id is 'Whose calendar; null for the whole region.';
create index on calendar_entries (region_id);
create index on calendar_entries (organisation_id);

create table clock_policy_versions (
  region_id uuid not null references regions,
  key text not null check (key in ('GOAL_35', 'GROSS', 'HBO_65', 'BAUGB_36')),
  version int not null check (version > 1),
  target int not null check (target between 1 and 1000),
  valid_from date not null check (valid_from between '2000-01-01' and '2069-12-31'),
  source text not null check (length(source) between 2 and 300),
  activated_at timestamptz not null default now(),
  activated_by uuid references users,
  activated_by_name text not null,
  primary key (region_id, key, version)
);
comment on table clock_policy_versions is 'Targets a region has set after the shipped first version of a count; never changed, followed by another version instead.';
create index on clock_policy_versions (activated_by);
create trigger policies_are_append_only before update on clock_policy_versions for each row execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array '{calendar_entries,clock_policy_versions}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
create policy read_calendar_entries on calendar_entries for select to lotse_app
  using (region_id = (select my_region()) and (select has_role('{OFFICER,LIAISON,MANAGER,ADMINISTRATOR}')));
create policy kept_calendar_entries on calendar_entries as restrictive for select to lotse_app using (removed_at is null);
create policy read_clock_policies on clock_policy_versions for select to lotse_app
  using (region_id = (select my_region()) and (select has_role('{OFFICER,LIAISON,MANAGER,ADMINISTRATOR}')));
grant select on calendar_entries, clock_policy_versions to lotse_app;
`;

/** What counts rest on besides events, for the organisations whose days count. Neither closed days nor targets are anybody's secret. */
const BASIS = `
set role lotse_definer;
create function clock_basis(p_organisations uuid[]) returns table (organisation_id uuid, basis jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, jsonb_build_object('state', r.federal_state,
    'entries', (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'name', e.name, 'startsOn', e.starts_on, 'endsOn', e.ends_on, 'isYearly', e.is_yearly,
        'untilYear', e.until_year) order by e.starts_on, e.id), '[]')
      from calendar_entries e where e.region_id = r.id and (e.organisation_id is null or e.organisation_id = o.id) and e.removed_at is null),
    'versions', (select coalesce(jsonb_agg(jsonb_build_object('key', v.key, 'version', v.version, 'target', v.target, 'validFrom', v.valid_from, 'source', v.source,
        'activatedAt', to_char(v.activated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by v.key, v.version), '[]')
      from clock_policy_versions v where v.region_id = r.id))
  from organisations o join regions r on r.id = o.region_id where o.id = any (p_organisations) and my_user() is not null
$$;
grant execute on function clock_basis(uuid[]) to lotse_app;
`;

export const calendars = migration(1764000000064, 'CreateCalendars', TABLES, BASIS);
