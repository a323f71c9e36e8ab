import { migration } from './migration';

/** The folding of names for search and duplicate hints; its twin is `libs/shared/contract/text/fold.ts`, a spec compares both. */
const FOLD = String.raw`
set role lotse_owner;
create function fold_text(x text) returns text language sql immutable strict parallel safe as $fn$
  select regexp_replace(regexp_replace(regexp_replace(
    btrim(regexp_replace(
      translate(
        replace(replace(replace(replace(replace(replace(replace(replace(
          regexp_replace(normalize(
            regexp_replace(x, '[''’‘\u0060´ʼ\u00ad\u200b-\u200d\ufeff]', '', 'g'), NFKD),
          '[\u0300-\u036f]', '', 'g'),
        'ß','ss'),'ẞ','ss'),'æ','ae'),'Æ','ae'),'œ','oe'),'Œ','oe'),'þ','th'),'Þ','th'),
        'ABCDEFGHIJKLMNOPQRSTUVWXYZØøŁłĐđÐðĦħŦŧıΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
        'abcdefghijklmnopqrstuvwxyzoollddddhhttiαβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюя'),
      '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2190-\u27bf\u3000-\u303f]+', ' ', 'g')),
    'ae+', 'a', 'g'), 'oe+', 'o', 'g'), '(^|[^aeiouq])ue+', '\1u', 'g')
$fn$;

create function fold_name(x text) returns text language sql immutable strict parallel safe as $fn$
  select btrim(regexp_replace(regexp_replace(regexp_replace(public.fold_text(x),
    ' (g?gmbh|mbh|g m b h|gesellschaft mit beschrankter haftung|ag|aktiengesellschaft|kg|kgaa|kommanditgesellschaft|ohg|o h g|offene handelsgesellschaft|gbr|g b r|gesellschaft burgerlichen rechts|ug|u g|unternehmergesellschaft|haftungsbeschrankt|e kfm|ekfm|e kfr|ekfr|eingetragener kaufmann|eingetragene kauffrau|partg|partgmbb|partnerschaftsgesellschaft|mbb|eingetragene genossenschaft|eingetragener verein|gmbh co kg)(?= |$)', '', 'g'),
    '( (e k|ek|e g|eg|e v|ev|se|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|cie|bv|b v|nv|n v|sa|s a|sarl|s a r l|srl|s r l|spa|s p a|sas|ab|as|a s|oy|aps|sp z o o|doo|d o o|sro|s r o|kft))+$', '', 'g'),
    ' (und|u|and)(?= |$)', '', 'g'))
$fn$;
grant execute on function fold_text(text), fold_name(text) to lotse_app, lotse_definer;
`;

const TABLES = `
set role lotse_owner;
create table companies (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  keeper_org uuid not null references organisations,
  name text not null check (length(name) between 2 and 200),
  name_key text not null generated always as (fold_name(name)) stored,
  legal_form text,
  is_natural_person boolean not null default false,
  is_untaken boolean not null default false,
  register_court text,
  register_number text,
  vat_id text,
  economic_id text,
  industry_code text,
  industry_version text check (industry_version in ('WZ2008', 'WZ2025')),
  size_class text check (size_class in ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
  website text,
  confidential boolean not null default false,
  project_name text,
  reader_users uuid[] not null default '{}',
  is_demo boolean not null default false,
  version int not null default 1,
  created_by uuid references users,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (not confidential or project_name is not null)
);
comment on column companies.keeper_org is 'The organisation that entered the company and keeps its master data.';
comment on column companies.is_natural_person is 'Sole traders and partnerships of natural persons: personal data, so they stay within the keeping organisation.';
comment on column companies.is_untaken is 'Named by an enquiry and by nobody else: for its keeper alone, until that organisation works on the enquiry.';
create index on companies (region_id, name_key);
create index on companies (keeper_org);
create index on companies (created_by);
create index companies_name_trigrams on companies using gin (name_key gin_trgm_ops);

create table establishments (
  id uuid primary key default new_id(),
  company_id uuid not null references companies on delete cascade,
  name text,
  street text not null,
  house_number text not null,
  postal_code text not null check (postal_code ~ '^[0-9]{5}$'),
  place text not null,
  ags text references municipalities,
  municipality_source text not null check (municipality_source in ('POSTAL_CODE', 'CHOSEN', 'OUTSIDE')),
  municipality_reason text,
  is_main boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  check (municipality_source = 'OUTSIDE' or ags is not null),
  check (municipality_source <> 'CHOSEN' or municipality_reason is not null)
);
comment on column establishments.municipality_reason is 'Why a person chose this municipality where the postal code does not decide.';
create index on establishments (company_id);
create index on establishments (ags);

create table contact_persons (
  id uuid primary key default new_id(),
  company_id uuid not null references companies on delete cascade,
  owner_org uuid not null references organisations,
  first_name text not null,
  last_name text not null,
  position text,
  email text check (email = lower(email)),
  phone text,
  phone_key text,
  language text not null default 'de' check (language in ('de', 'en')),
  survey_notice_on date,
  survey_objected_on date,
  version int not null default 1,
  created_at timestamptz not null default now()
);
comment on column contact_persons.survey_notice_on is 'When the person was told of the right to object to survey mail (Art. 13, 21 DSGVO); without it no survey is sent.';
create index on contact_persons (company_id);
create index on contact_persons (owner_org, phone_key);
create index on contact_persons (owner_org, email);

create table interactions (
  id uuid primary key default new_id(),
  company_id uuid not null references companies on delete cascade,
  case_id uuid,
  owner_org uuid not null references organisations,
  author_id uuid references users,
  author_name text not null,
  kind text not null check (kind in ('CALL', 'EMAIL', 'VISIT', 'MEETING', 'NOTE')),
  text text not null check (length(text) between 1 and 20000),
  occurred_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index on interactions (company_id, occurred_at desc);
create index on interactions (case_id, occurred_at desc);
create index on interactions (owner_org, occurred_at desc);
create index on interactions (author_id);
`;

/**
 * Who enters a row is written by the database, never by the caller: the API holds no right to name a keeper or owner, so a row that comes
 * with one, while nobody is signed in, comes from a rule of the database (an enquiry, a job).
 */
const ORIGIN = `
set role lotse_definer;
create function stamp_company() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null or new.keeper_org is null then
    new.region_id := my_region();
    new.keeper_org := my_org();
    new.created_by := my_user();
    new.reader_users := case when new.confidential then array[my_user()] else '{}' end;
  end if;
  return new;
end
$$;
create function stamp_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null or new.owner_org is null then new.owner_org := my_org(); end if;
  return new;
end
$$;
create function stamp_interaction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user = 'lotse_app' or my_user() is not null then
    new.owner_org := my_org();
    new.author_id := my_user();
    new.author_name := my_name();
  end if;
  return new;
end
$$;
grant execute on function stamp_company(), stamp_contact(), stamp_interaction() to lotse_owner;
set role lotse_owner;
create trigger stamp before insert on companies for each row execute function stamp_company();
create trigger stamp before insert on contact_persons for each row execute function stamp_contact();
create trigger stamp before insert on interactions for each row execute function stamp_interaction();
`;

export const companies = migration(1764000000030, 'CreateCompanies', FOLD, TABLES, ORIGIN);
