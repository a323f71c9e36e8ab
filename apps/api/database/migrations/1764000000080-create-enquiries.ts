import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table enquiries (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  case_id uuid not null unique references service_cases on delete cascade,
  received_by uuid not null references organisations,
  contact_id uuid references users,
  contact_name text not null,
  type text not null check (type in ('EXPANSION', 'RELOCATION', 'SETTLEMENT', 'OTHER')),
  company_name text not null,
  first_name text not null,
  last_name text not null,
  email text not null check (email = lower(email)),
  phone text,
  postal_code text check (postal_code ~ '^[0-9]{5}$'),
  place text,
  area_sqm int check (area_sqm >= 0),
  message text not null check (length(message) between 1 and 4000),
  language text not null check (language in ('de', 'en')),
  consent_version text not null,
  consent_at timestamptz not null default now(),
  received_at timestamptz not null default now()
);
comment on table enquiries is 'What a company sent by the public form, word for word, with the consent it gave and the person it was told to turn to.';
create index on enquiries (region_id);
create index on enquiries (received_by);
create index on enquiries (contact_id);

create table enquiry_counts (
  key_hash bytea primary key,
  since timestamptz not null default now(),
  count int not null default 1
);
comment on table enquiry_counts is 'Enquiries within an hour per hashed network, per hashed mailbox and per organisation that got them.';

do $$
declare t text;
begin
  foreach t in array '{enquiries,enquiry_counts}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
-- It names a person and says what they wrote: for those who read contacts and notes of the case.
create policy read_enquiries on enquiries for select to lotse_app
  using (exists (select from case_sections s where s.case_id = enquiries.case_id and s.section = 'CONTACTS')
    and exists (select from case_sections s where s.case_id = enquiries.case_id and s.section = 'NOTES'));
create policy no_counts on enquiry_counts for select to lotse_app using (false);
grant select on enquiries to lotse_app;
`;

export const enquiries = migration(1764000000080, 'CreateEnquiries', TABLES);
