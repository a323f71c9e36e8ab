import { migration } from './migration';

/**
 * One enquiry to several organisations that compete. What all sides read stands in `distributions`, what the lead alone reads in
 * `distribution_cases`: the case, when the seal opens, the decision. `receiver_orgs` and `case_id` are readable by nobody.
 */
const TABLES = `
set role lotse_owner;
create table distributions (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  lead_org uuid not null references organisations,
  receiver_orgs uuid[] not null check (cardinality(receiver_orgs) > 0),
  confidential boolean not null,
  reader_users uuid[] not null,
  public_name text check (length(public_name) between 1 and 100),
  profile jsonb not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DECIDED', 'WITHDRAWN')),
  sent_at timestamptz not null default now(),
  due_on date not null,
  due_at timestamptz not null,
  federal_state text not null,
  ended_at timestamptz,
  ended_by_name text,
  withdraw_note text check (length(withdraw_note) <= 4000),
  reminded_at timestamptz,
  check ((state = 'RUNNING') = (ended_at is null))
);
comment on column distributions.receiver_orgs is 'For the row rules alone: who else was asked is the business of the lead.';
comment on column distributions.reminded_at is 'When those who had not answered were reminded, once.';
comment on column distributions.reader_users is 'As on the case, kept by follow_case(): a confidential enquiry is for the team of its lead.';
create unique index one_running_distribution on distributions (case_id) where state = 'RUNNING';
create index on distributions (case_id);
create index distributions_out on distributions (lead_org, sent_at desc);
create index distributions_in on distributions using gin (receiver_orgs);

create table distribution_cases (
  distribution_id uuid primary key references distributions on delete cascade,
  case_id uuid not null references service_cases on delete cascade,
  file_number text not null,
  confidential boolean not null,
  reader_users uuid[] not null,
  unsealed_from timestamptz not null,
  sent_by uuid references users,
  chosen_org uuid references organisations,
  decision_note text check (length(decision_note) <= 4000)
);
comment on column distribution_cases.unsealed_from is 'From when the lead reads the answers; infinity: not before its own answer, or never.';
create index on distribution_cases (case_id);
create index on distribution_cases (sent_by);
create index on distribution_cases (chosen_org);

create table distribution_receivers (
  distribution_id uuid not null references distributions on delete cascade,
  organisation_id uuid not null references organisations,
  outcome text check (outcome in ('CHOSEN', 'NOT_CHOSEN')),
  outcome_note text check (length(outcome_note) <= 4000),
  primary key (distribution_id, organisation_id)
);
create index on distribution_receivers (organisation_id);

create table distribution_answers (
  id uuid primary key default new_id(),
  distribution_id uuid not null,
  organisation_id uuid not null,
  revision int not null,
  is_current boolean not null default true,
  answer text not null check (answer in ('OFFER', 'NO_SITE', 'DECLINED')),
  site text check (length(site) <= 200),
  area_sqm int check (area_sqm between 1 and 5000000),
  price_per_sqm numeric(10, 2) check (price_per_sqm >= 0),
  price text check (length(price) <= 200),
  available_from date,
  note text check (length(note) <= 4000),
  answered_by uuid references users,
  answered_by_name text not null,
  answered_at timestamptz not null default clock_timestamp(),
  unique (distribution_id, organisation_id, revision),
  foreign key (distribution_id, organisation_id) references distribution_receivers on delete cascade,
  check (answer <> 'OFFER' or (site is not null and area_sqm is not null)),
  check (answer <> 'DECLINED' or note is not null)
);
comment on table distribution_answers is 'An answer is never changed: a later one replaces it and the older one stays.';
create unique index one_current_answer on distribution_answers (distribution_id, organisation_id) where is_current;
create index on distribution_answers (answered_by);

create table distribution_exposes (
  distribution_id uuid not null,
  organisation_id uuid not null,
  hash text not null references stored_files,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('PDF', 'JPEG', 'PNG')),
  size bigint not null,
  uploaded_by uuid references users,
  uploaded_by_name text not null default my_name(),
  uploaded_at timestamptz not null default clock_timestamp(),
  primary key (distribution_id, organisation_id),
  foreign key (distribution_id, organisation_id) references distribution_receivers on delete cascade
);
comment on table distribution_exposes is 'The file that goes with an offer; a newer one takes its place, and it goes with the offer.';
create index on distribution_exposes (hash);
create index on distribution_exposes (uploaded_by);

create table distribution_log (
  id uuid primary key default new_id(),
  distribution_id uuid not null references distributions on delete cascade,
  organisation_id uuid references organisations,
  kind text not null check (kind in ('SENT', 'OPENED', 'ANSWERED', 'REPLACED', 'EXPOSE', 'WITHDRAWN', 'DECIDED', 'LEAD_CHANGED')),
  by_name text not null,
  at timestamptz not null default clock_timestamp()
);
comment on column distribution_log.organisation_id is 'Whose line it is; null: of the enquiry as a whole, for all sides. A line says that, never what was answered.';
create index on distribution_log (distribution_id, at, id);
create index on distribution_log (organisation_id);
create unique index opened_once on distribution_log (distribution_id, organisation_id) where kind = 'OPENED';
create trigger distribution_log_is_append_only before update on distribution_log for each row execute function refuse_change();

create table organisation_site_profiles (
  organisation_id uuid primary key default my_org() references organisations,
  region_id uuid not null default my_region() references regions,
  use_classes text[] not null check (use_classes <@ '{GE,GI,MI,SO}'),
  largest_area_sqm int check (largest_area_sqm between 1 and 5000000),
  tenures text[] not null check (tenures <@ '{RENT,BUY,LEASEHOLD}'),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by_name text not null default my_name()
);
comment on table organisation_site_profiles is 'What an organisation can offer at all, by its own words; the region reads it to know whom to ask.';
create index on organisation_site_profiles (region_id);
`;

/** No policy asks a table whose policies ask back: answers and log ask for the enquiry, the enquiry for nothing. */
const POLICIES = `
set role lotse_owner;
do $$
declare t text;
begin
  foreach t in array '{distributions,distribution_cases,distribution_receivers,distribution_answers,distribution_exposes,distribution_log,organisation_site_profiles}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
create policy read_distributions on distributions for select to lotse_app
  using ((lead_org = (select my_org()) or receiver_orgs @> array[(select my_org())]) and (select has_role('{OFFICER,LIAISON,MANAGER}')));
create policy confidential_distributions on distributions as restrictive for select to lotse_app
  using (not confidential or lead_org <> (select my_org()) or reader_users && (select my_users()));
create policy read_distribution_cases on distribution_cases for select to lotse_app
  using (exists (select from distributions d where d.id = distribution_id and d.lead_org = (select my_org())));
create policy read_distribution_receivers on distribution_receivers for select to lotse_app
  using (exists (select from distributions d where d.id = distribution_id and (organisation_id = (select my_org()) or d.lead_org = (select my_org()))));
create policy read_distribution_answers on distribution_answers for select to lotse_app
  using ((organisation_id = (select my_org()) and exists (select from distributions d where d.id = distribution_id))
    or exists (select from distribution_cases k where k.distribution_id = distribution_answers.distribution_id and k.unsealed_from <= now()));
create policy read_distribution_exposes on distribution_exposes for select to lotse_app
  using ((organisation_id = (select my_org()) and exists (select from distributions d where d.id = distribution_id))
    or exists (select from distribution_cases k where k.distribution_id = distribution_exposes.distribution_id and k.unsealed_from <= now()));
create policy read_distribution_log on distribution_log for select to lotse_app
  using ((organisation_id is null or organisation_id = (select my_org())) and exists (select from distributions d where d.id = distribution_id)
    or exists (select from distribution_cases k where k.distribution_id = distribution_log.distribution_id
      and (kind = 'SENT' or k.unsealed_from <= now())));

create policy read_site_profiles on organisation_site_profiles for select to lotse_app
  using ((region_id = (select my_region()) and (select has_role('{OFFICER,LIAISON,MANAGER}')))
    or (organisation_id = (select my_org()) and (select has_role('{ADMINISTRATOR}'))));
create policy add_site_profile on organisation_site_profiles for insert to lotse_app
  with check (organisation_id = (select my_org()) and region_id = (select my_region()) and (select has_role('{LIAISON,ADMINISTRATOR}')));
create policy change_site_profile on organisation_site_profiles for update to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{LIAISON,ADMINISTRATOR}')))
  with check (organisation_id = (select my_org()));

grant select (id, lead_org, public_name, profile, state, sent_at, due_on, due_at, federal_state, ended_at, ended_by_name, withdraw_note)
  on distributions to lotse_app;
grant select on distribution_cases, distribution_receivers, distribution_log, organisation_site_profiles to lotse_app;
grant select on distribution_answers, distribution_exposes to lotse_app;
grant insert (use_classes, largest_area_sqm, tenures) on organisation_site_profiles to lotse_app;
grant update (use_classes, largest_area_sqm, tenures) on organisation_site_profiles to lotse_app;

set role lotse_definer;
create function stamp_site_profile() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  new.updated_by_name := coalesce(my_name(), 'Lotse');
  return new;
end
$$;
grant execute on function stamp_site_profile() to lotse_owner;
set role lotse_owner;
create trigger stamp before update on organisation_site_profiles for each row execute function stamp_site_profile();
`;

export const distributions = migration(1764000000055, 'CreateDistributions', TABLES, POLICIES);
