import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table permit_procedures (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  type text not null check (type in ('SIMPLIFIED_BUILDING_PERMIT', 'FULL_BUILDING_PERMIT', 'CHANGE_OF_USE', 'PRELIMINARY_ENQUIRY', 'TRADE_LICENCE',
    'IMMISSION', 'OTHER')),
  title text check (length(title) between 1 and 200),
  authority text check (length(authority) between 1 and 200),
  authority_org uuid references organisations,
  file_number text check (length(file_number) between 1 and 100),
  agencies text[] not null default '{}' check (cardinality(agencies) <= 20),
  ags text references municipalities,
  municipality_is_authority boolean not null default false,
  plot_area text check (plot_area in ('INNER', 'OUTER')),
  depends_on uuid[] not null default '{}' check (cardinality(depends_on) <= 20),
  expected_documents text[] not null default '{}' check (cardinality(expected_documents) <= 60),
  closed_on date,
  closed_at timestamptz,
  version int not null default 1,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  check ((closed_on is null) = (closed_at is null))
);
comment on table permit_procedures is 'A procedure with an authority. No count is stored: clocks are computed from permit_events whenever somebody reads them.';
comment on column permit_procedures.authority_org is 'The authority where it is a partner: days it is closed move service goals. Else those of the owner of the case do.';
comment on column permit_procedures.closed_on is 'Day of the decision or withdrawal that holds; written with that event and by nothing else.';
comment on column permit_procedures.closed_at is 'When that was recorded: versions of a count activated later do not touch it.';
create index on permit_procedures (case_id);
create index on permit_procedures (authority_org);
create index on permit_procedures (ags);
create index on permit_procedures (created_by);
create index on permit_procedures (file_number) where file_number is not null;

create table permit_events (
  id uuid primary key default new_id(),
  procedure_id uuid not null references permit_procedures on delete cascade,
  kind text not null check (kind in ('RECEIVED', 'COMPLETENESS_CONFIRMED', 'DOCUMENTS_REQUESTED', 'DOCUMENTS_RECEIVED', 'DOCUMENTS_REJECTED',
    'DOCUMENTS_NOT_NEEDED', 'REFERRED_TO_AGENCY', 'AGENCY_ANSWERED', 'CONSENT_REQUESTED', 'CONSENT_GIVEN', 'CONSENT_REFUSED', 'DEFERRED',
    'DEFERRAL_ENDED', 'EXTENDED', 'DECIDED', 'WITHDRAWN', 'RETRACTED')),
  occurred_on date not null check (occurred_on between '2000-01-01' and '2069-12-31'),
  items text[] check (cardinality(items) between 1 and 40),
  reason text check (length(reason) <= 500),
  complete_since date,
  ground text check (ground in ('BAUGB_15_3', 'OTHER')),
  until_on date,
  months int check (months between 1 and 2),
  outcome text check (outcome in ('GRANTED', 'REFUSED', 'DEEMED')),
  agency text check (length(agency) <= 200),
  note text check (length(note) <= 2000),
  supersedes uuid unique references permit_events on delete cascade,
  is_imported boolean not null default false,
  timeline_event uuid references timeline_events on delete cascade,
  by_user uuid references users,
  by_org uuid references organisations,
  by_name text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((kind like 'DOCUMENTS%') = (items is not null)),
  check (kind <> 'RETRACTED' or supersedes is not null)
);
comment on table permit_events is 'What happened, and when; never changed. A correction is a new event that supersedes the wrong one, which stays to be seen.';
create index on permit_events (procedure_id, occurred_on);
create index on permit_events (timeline_event);
create index on permit_events (by_user);
create index on permit_events (by_org);
create trigger permit_events_are_append_only before update on permit_events for each row execute function refuse_change();

do $$
declare t text;
begin
  foreach t in array '{permit_procedures,permit_events}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
create policy read_procedures on permit_procedures for select to lotse_app
  using (exists (select from case_sections s where s.case_id = permit_procedures.case_id and s.section = 'PERMITS'));
create policy read_permit_events on permit_events for select to lotse_app
  using (exists (select from permit_procedures p where p.id = procedure_id));
grant select on permit_procedures, permit_events to lotse_app;
`;

/**
 * Who reads procedures, said once more for the board, which reads thousands of events at once: a policy would ask row by row.
 * One row per procedure with its events, for those the acting person reads.
 */
const BOARD = `
set role lotse_definer;
create function permit_events_of(p_procedures uuid[]) returns table (procedure_id uuid, events jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with actor as materialized (select * from me()),
  readable as materialized (
    select p.id from actor m, unnest(p_procedures) wanted join permit_procedures p on p.id = wanted join service_cases k on k.id = p.case_id
      join case_sections s on s.case_id = k.id and s.section = 'PERMITS'
    where m.roles && '{OFFICER,LIAISON,MANAGER}' and k.deleted_at is null and reads_section(s, m.org_id, m.users)
      and (not k.confidential or k.reader_users && m.users or (k.liaison_orgs @> array[m.org_id] and 'LIAISON' = any (m.roles))))
  select e.procedure_id, jsonb_agg(jsonb_build_array(e.id, e.kind, e.occurred_on, e.items, e.reason, e.complete_since, e.ground, e.until_on, e.months,
    e.outcome, e.agency, e.supersedes))
  from readable r join permit_events e on e.procedure_id = r.id group by e.procedure_id
$$;
grant execute on function permit_events_of(uuid[]) to lotse_app;
`;

export const permits = migration(1764000000062, 'CreatePermits', TABLES, BOARD);
