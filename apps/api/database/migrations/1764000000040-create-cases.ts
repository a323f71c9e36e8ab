import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table service_cases (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  file_number text not null unique,
  type text not null check (type in ('EXPANSION', 'RELOCATION', 'SETTLEMENT', 'RETENTION', 'PERMIT', 'SITE_SEARCH', 'FUNDING', 'SKILLED_LABOUR',
    'SUCCESSION', 'STARTUP', 'INFRASTRUCTURE', 'COMPLAINT', 'OTHER')),
  title text not null check (length(title) between 2 and 200),
  title_key text generated always as (fold_text(title)) stored,
  project_name text,
  company_id uuid not null references companies,
  contact_person_id uuid references contact_persons on delete set null,
  owner_org uuid not null references organisations,
  officer_id uuid references users,
  officer_name text,
  status text not null default 'NEW' check (status in ('NEW', 'IN_PROGRESS', 'WAITING', 'CLOSED')),
  waiting_for text check (waiting_for in ('APPLICANT', 'THIRD_PARTY')),
  outcome text check (outcome in ('ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'WITHDRAWN', 'OUT_OF_SCOPE')),
  confidential boolean not null default false,
  next_step text,
  next_step_on date,
  no_step_needed boolean not null default false,
  reader_orgs uuid[] not null default '{}',
  reader_users uuid[] not null default '{}',
  liaison_orgs uuid[] not null default '{}',
  version int not null default 1,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  reopened_at timestamptz,
  deleted_at timestamptz,
  deleted_by uuid references users,
  deleted_by_name text,
  delete_reason text,
  is_demo boolean not null default false,
  check (not no_step_needed or (next_step is null and next_step_on is null)),
  check ((status = 'WAITING') = (waiting_for is not null)),
  check ((status = 'CLOSED') = (outcome is not null)),
  check ((status = 'CLOSED') = (closed_at is not null))
);
comment on column service_cases.title_key is 'Titles are found in any spelling of umlauts; folding every row of every search would take seconds.';
comment on column service_cases.reader_orgs is 'Derived by refresh_case() from the owner and case_access; written by nothing else.';
create index on service_cases using gin (reader_orgs);
-- The list of open cases and its total read nothing but this index: what the row rules ask for stands in it.
create index cases_open_by_due on service_cases (owner_org, next_step_on, id) include (confidential, reader_orgs, reader_users, liaison_orgs, deleted_at)
  where status <> 'CLOSED';
create index cases_open_by_officer on service_cases (officer_id, next_step_on, id) where status <> 'CLOSED';
create index on service_cases (owner_org, updated_at desc);
create index on service_cases (company_id);
create index on service_cases (contact_person_id);
create index on service_cases (officer_id);
create index on service_cases (region_id);
create index on service_cases (created_by);
create index on service_cases (deleted_by);
create index cases_in_bin on service_cases (owner_org, deleted_at) where deleted_at is not null;
create index cases_by_words on service_cases using gin (title_key gin_trgm_ops, file_number gin_trgm_ops);
create index cases_with_project on service_cases (owner_org) where project_name is not null;

create table case_sections (
  case_id uuid not null references service_cases on delete cascade,
  section text not null check (section in ('MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS', 'FEEDBACK')),
  content jsonb not null default '{}',
  level text not null default 'PARTIES' check (level in ('REGION', 'PARTIES', 'ORGANISATION', 'PERSON')),
  reader_orgs uuid[] not null default '{}',
  contributor_orgs uuid[] not null default '{}',
  people_org uuid,
  people uuid[] not null default '{}',
  primary key (case_id, section)
);

comment on column case_sections.level is 'The widest circle that reads it: every partner of the region, those a handover names, the owner alone, or of the owner the officer in charge and the team.';
comment on column case_sections.people is 'At the level PERSON nobody but these people of people_org reads it and adds to it; derived by refresh_case(), empty otherwise.';

create table case_access (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  organisation_id uuid references organisations,
  user_id uuid references users,
  source text not null check (source in ('HANDOVER', 'TEAM', 'SHARE')),
  source_id uuid,
  sections text[] not null default '{}',
  may_contribute boolean not null default false,
  liaisons_only boolean not null default false,
  ends_at timestamptz,
  check (num_nonnulls(organisation_id, user_id) = 1)
);
comment on table case_access is 'Why somebody besides the owner may read a case; the reader arrays are derived from it.';
create index on case_access (case_id);
create index on case_access (organisation_id);
create index on case_access (user_id);
create index on case_access (source_id);

create table case_stubs (
  case_id uuid not null references service_cases on delete cascade,
  organisation_id uuid not null references organisations,
  reader_users uuid[],
  file_number text not null,
  type text not null,
  status text not null,
  owner_org uuid not null references organisations,
  since timestamptz not null default now(),
  primary key (case_id, organisation_id)
);
create index on case_stubs (organisation_id);
create index on case_stubs (owner_org);

create table timeline_events (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  section text not null default 'MASTER',
  kind text not null,
  parties uuid[],
  by_user uuid references users,
  by_org uuid references organisations,
  by_name text not null,
  occurred_on date not null default today_in_berlin(),
  recorded_at timestamptz not null default clock_timestamp(),
  corrects uuid references timeline_events,
  changes jsonb not null default '[]',
  data jsonb not null default '{}'
);
comment on column timeline_events.parties is 'Organisations that may read this event; null means everybody who reads its section.';
create index on timeline_events (case_id, recorded_at, id);
create index on timeline_events (by_user);
create index on timeline_events (by_org);
create index on timeline_events (corrects);
create trigger timeline_is_append_only before update on timeline_events for each row execute function refuse_change();

create table follow_ups (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  organisation_id uuid not null references organisations,
  assignee_id uuid references users,
  kind text not null default 'TASK' check (kind in ('TASK', 'RECOVERY')),
  title text not null check (length(title) between 1 and 300),
  due_on date not null,
  done_at timestamptz,
  done_by uuid references users,
  deleted_at timestamptz,
  deleted_by uuid references users,
  deleted_by_name text,
  version int not null default 1,
  created_by uuid references users,
  created_at timestamptz not null default now()
);
create index on follow_ups (case_id);
create index on follow_ups (organisation_id);
create index follow_ups_open on follow_ups (organisation_id, due_on) where done_at is null;
create index on follow_ups (assignee_id);
create index on follow_ups (done_by);
create index on follow_ups (deleted_by);
create index follow_ups_in_bin on follow_ups (organisation_id, deleted_at) where deleted_at is not null;
create index on follow_ups (created_by);

create table job_effects (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  effect text not null check (effect in ('CREATED', 'SECURED', 'LOST')),
  attribution text not null check (attribution in ('CAUSED', 'SUPPORTED', 'OBSERVED')),
  count int not null check (count between 1 and 100000),
  source text not null check (length(source) between 2 and 300),
  recorded_by uuid references users,
  recorded_at timestamptz not null default now()
);
create index on job_effects (case_id);
create index on job_effects (recorded_by);
alter table interactions add foreign key (case_id) references service_cases on delete cascade;

do $$
declare t text;
begin
  foreach t in array '{companies,establishments,contact_persons,interactions,service_cases,case_sections,case_access,case_stubs,timeline_events,follow_ups,job_effects}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
`;

/**
 * Four characters without I, L, O and U, drawn at random: neither an order nor a count can be read off, so no gap tells of a
 * confidential case, and no counter makes people wait for each other.
 */
const FILE_NUMBERS = `
set role lotse_definer;
create function draw_file_number(p_region uuid, p_year int) returns text
language sql volatile security definer set search_path = public, pg_temp as $$
  select r.file_prefix || '-' || p_year || '-' || (
    select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(drawn, i) & 31) + 1, 1), '') from generate_series(0, 3) i)
  from regions r, (select uuid_send(gen_random_uuid()) as drawn) d where r.id = p_region
$$;
`;

export const cases = migration(1764000000040, 'CreateCases', TABLES, FILE_NUMBERS);
