import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table surveys (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  region_id uuid not null references regions,
  owner_org uuid not null references organisations,
  credited uuid[] not null,
  contact_person_id uuid references contact_persons on delete set null,
  recipient_hash bytea,
  language text not null default 'de' check (language in ('de', 'en')),
  exclusion text check (exclusion in ('NO_CONTACT', 'OBJECTED', 'ASKED_RECENTLY', 'NO_NOTICE')),
  confidential boolean not null,
  mail_state text check (mail_state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'HELD', 'OBSOLETE')),
  sent_at timestamptz,
  token_hash bytea unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '60 days',
  answered_at timestamptz,
  objected_at timestamptz,
  check (credited @> array[owner_org])
);
comment on table surveys is 'One row for each closure of a case, asked or not: who was not asked, and why, belongs to the response rate.';
comment on column surveys.owner_org is 'The owner at closure: its lead sees single grades.';
comment on column surveys.credited is 'Organisations whose figures the grade enters: the owner at closure and everybody with at least a fifth of the time as owner.';
comment on column surveys.recipient_hash is 'SHA-256 of the address asked, to ask nobody twice within 90 days.';
comment on column surveys.confidential is 'Was the case confidential when it was closed? Then no figure counts it, not even the number of surveys.';
create index on surveys (case_id);
create index on surveys (region_id, created_at);
create index on surveys (owner_org, recipient_hash, created_at);
create index on surveys using gin (credited);
create index on surveys (contact_person_id);
create index on surveys (recipient_hash) where objected_at is not null;

create table published_batches (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  owner_org uuid not null references organisations,
  credited uuid[] not null,
  first_quarter text not null check (first_quarter ~ '^[0-9]{4}-Q[1-4]$'),
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  counts int[] not null check (cardinality(counts) = 6),
  new_answers int not null check (new_answers >= 0),
  changed_answers int not null check (changed_answers >= 0),
  published_at timestamptz not null default now(),
  check (new_answers + changed_answers >= 5),
  check (first_quarter <= quarter),
  check (credited @> array[owner_org])
);
comment on table published_batches is 'What the figures are made of. A row is never split or changed, so no comparison of figures isolates fewer than five answers.';
comment on column published_batches.first_quarter is 'Quarter in which the earliest of its cases was closed; a figure counts the batch only when its window holds both quarters.';
comment on column published_batches.counts is 'How often each grade 1 to 6 was given; of changed answers the new grade counts 1 and the former one -1.';
create index on published_batches (region_id, quarter);
create index on published_batches (owner_org);
create index on published_batches using gin (credited);
create trigger batches_are_final before update on published_batches for each row execute function refuse_change();

create table survey_answers (
  survey_id uuid primary key references surveys on delete cascade,
  service_grade int not null check (service_grade between 1 and 6),
  duration_grade int check (duration_grade between 1 and 6),
  recommend boolean,
  comment text check (length(comment) between 1 and 4000),
  call_back boolean not null default false,
  first_answered_at timestamptz not null default now(),
  answered_at timestamptz not null default now(),
  published_grade int check (published_grade between 1 and 6),
  batch_id uuid references published_batches,
  check ((published_grade is null) = (batch_id is null))
);
comment on column survey_answers.published_grade is 'The grade the figures know; a later change waits until five of them can be published together.';
create index on survey_answers (batch_id);

do $$
declare t text;
begin
  foreach t in array '{surveys,survey_answers,published_batches}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
alter table outgoing_mails drop constraint outgoing_mails_state_check;
alter table outgoing_mails add constraint outgoing_mails_state_check
  check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'HELD', 'OBSOLETE'));
`;

/** Readers of the section FEEDBACK see that a survey was sent; the answer itself is for the lead of the owner at closure. */
const POLICIES = `
set role lotse_owner;
create policy read_surveys on surveys for select to lotse_app
  using (exists (select from case_sections s where s.case_id = surveys.case_id and s.section = 'FEEDBACK')
    or (owner_org = (select my_org()) and not confidential and (select has_role('{MANAGER}')) and not closed_section(case_id, 'FEEDBACK')));
create policy read_answers on survey_answers for select to lotse_app
  using ((select has_role('{MANAGER}')) and exists (select from surveys s where s.id = survey_id and s.owner_org = (select my_org())));
create policy read_batches on published_batches for select to lotse_app
  using ((select has_role('{MANAGER}')) and (region_id = (select my_region())
    or exists (select from organisations o where o.id = any (credited) and o.region_id = (select my_region()))));
grant select (id, case_id, region_id, owner_org, language, exclusion, confidential, mail_state, sent_at, created_at, expires_at,
  answered_at, objected_at) on surveys to lotse_app;
grant select (survey_id, service_grade, duration_grade, recommend, comment, call_back, first_answered_at, answered_at) on survey_answers to lotse_app;
grant select on published_batches to lotse_app;
`;

export const feedback = migration(1764000000090, 'CreateFeedback', TABLES, POLICIES);
