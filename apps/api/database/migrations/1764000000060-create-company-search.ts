import { migration } from './migration';

/**
 * What search and lists read: one narrow row per company, kept by triggers that work on whole statements, so an import of
 * 100,000 companies costs one pass. Nobody reads the tables themselves; only `search_companies` does, which applies the reader's rights.
 */
const TABLES = `
set role lotse_owner;
create table company_search (
  company_id uuid primary key references companies on delete cascade,
  region_id uuid not null,
  keeper_org uuid not null,
  is_open boolean not null,
  confidential boolean not null,
  is_shared boolean not null,
  reader_users uuid[] not null,
  name_key text not null,
  words text[] not null,
  ags text[] not null,
  industry_code text,
  size_class text
);
comment on table company_search is 'Derived from companies and establishments by refresh_company_search(); written by nothing else.';
comment on column company_search.is_open is 'Every organisation of the region may read the company: neither confidential nor the firm of a natural person.';
comment on column company_search.is_shared is 'A case of the company has readers who could not read the company without it; only then rights look at cases.';
comment on column company_search.words is 'Folded words of name, project name, places and postal codes; neighbours also written together.';
comment on column company_search.industry_code is 'Digits only.';
create index company_search_open on company_search (region_id, name_key, company_id) where is_open;
create index company_search_kept on company_search (keeper_org) where not is_open;
create index company_search_shared on company_search (company_id) where is_shared;
create index company_search_readers on company_search using gin (reader_users) where confidential;
create index company_search_words on company_search using gin (words) with (fastupdate = off);
create index company_search_ags on company_search using gin (ags) with (fastupdate = off);

create table search_words (
  word text collate "C" primary key,
  typo_keys text[] not null
);
comment on table search_words is 'Every word that stands in company_search; a word of a question is looked up here first, companies then by whole words.';
comment on column search_words.typo_keys is 'The word as it is and with one letter left out: two words with one typo between them share a key.';
create index search_words_parts on search_words using gin (word gin_trgm_ops) with (fastupdate = off);
create index search_words_typos on search_words using gin (typo_keys) with (fastupdate = off);
drop index companies_name_trigrams;
create index contact_phones on contact_persons (phone_key text_pattern_ops) where phone_key is not null;

alter table company_search enable row level security;
alter table company_search force row level security;
create policy no_company_search on company_search for select to lotse_app using (false);
alter table search_words enable row level security;
alter table search_words force row level security;
create policy no_search_words on search_words for select to lotse_app using (false);
`;

/**
 * Two words differ by at most one typo (a letter too many, missing, wrong or swapped with its neighbour) exactly when leaving out
 * at most one letter of each can make them equal; that turns "one typo allowed" into a look-up. Words of three letters and fewer
 * have to be right.
 */
const WORDS = `
set role lotse_owner;
create function typo_keys(p_word text) returns text[] language sql immutable strict parallel safe as $$
  select case when length(p_word) < 4 then array[p_word]
    else array(select p_word union select overlay(p_word placing '' from i for 1) from generate_series(1, length(p_word)) i) end
$$;

-- "auto haus" gives auto, haus and autohaus; words are cut after 24 letters.
create function search_words_of(p_text text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct w from (
    select left(part, 24) from unnest(string_to_array(p_text, ' ')) part
    union all
    select left(parts[i] || parts[i + 1], 24) from (select string_to_array(p_text, ' ') as parts) p, generate_series(1, cardinality(parts) - 1) i
  ) words(w) where w <> '')
$$;
grant execute on function typo_keys(text), search_words_of(text) to lotse_definer;
`;

const UPKEEP = `
set role lotse_definer;
create function shared_by_case(p_readers uuid[], p_keeper uuid, p_region uuid, p_is_open boolean, p_confidential boolean) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_confidential or exists (select from organisations o
    where o.id = any (p_readers) and o.id <> p_keeper and (not p_is_open or o.region_id <> p_region))
$$;

create function refresh_company_search(p_companies uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  with places as materialized (
    select b.company_id, array_agg(distinct b.postal_code) as codes, array_agg(distinct b.ags) filter (where b.ags is not null) as ags,
      array_agg(distinct fold_text(b.place)) || array_agg(distinct fold_text(m.name)) filter (where m.ags is not null) as names
    from establishments b left join municipalities m on m.ags = b.ags where b.company_id = any (p_companies) group by b.company_id
  ), fresh as materialized (
    select c.id, search_words_of(c.name_key) || search_words_of(coalesce(fold_text(c.project_name), '')) || coalesce(e.codes, '{}')
        || coalesce((select array_agg(w) from unnest(e.names) n, unnest(search_words_of(n)) w), '{}') as words,
      coalesce(e.ags, '{}') as ags, c.name_key || ' ' || coalesce(fold_text(c.project_name) || ' ', '') || coalesce(array_to_string(e.names, ' '), '') as text
    from companies c left join places e on e.company_id = c.id where c.id = any (p_companies)
  ), vocabulary as (
    insert into search_words (word, typo_keys)
    -- Every word a company is found by, those written together too: a word of somebody else's must never be what makes ours match.
    select w, typo_keys(w) from (select left(part, 24) as w from fresh, unnest(string_to_array(text, ' ')) part
      union select left(part, 24) from fresh, unnest(words) part where part !~ '^[0-9]+$') parts
    where w <> '' and not exists (select from search_words k where k.word = w) order by w on conflict do nothing
  )
  insert into company_search (company_id, region_id, keeper_org, is_open, confidential, is_shared, reader_users, name_key, words, ags, industry_code, size_class)
  select c.id, c.region_id, c.keeper_org, not c.confidential and not c.is_natural_person and not c.is_untaken, c.confidential,
    exists (select from service_cases k where k.company_id = c.id
      and shared_by_case(k.reader_orgs, c.keeper_org, c.region_id, not c.confidential and not c.is_natural_person and not c.is_untaken, c.confidential)),
    c.reader_users, c.name_key,
    array(select distinct unnest(f.words)), f.ags, replace(c.industry_code, '.', ''), c.size_class
  from fresh f join companies c on c.id = f.id
  on conflict (company_id) do update set region_id = excluded.region_id, keeper_org = excluded.keeper_org, is_open = excluded.is_open,
    confidential = excluded.confidential, is_shared = excluded.is_shared, reader_users = excluded.reader_users, name_key = excluded.name_key, words = excluded.words,
    ags = excluded.ags, industry_code = excluded.industry_code, size_class = excluded.size_class
$$;

create function refresh_searched_companies() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_company_search(array(select id from changed));
  return null;
end
$$;

create function refresh_searched_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_company_search(array(select distinct company_id from changed));
  return null;
end
$$;
-- A case may open its company to others; that is noted once and never taken back, since rights are decided by the cases themselves.
create function note_shared_company() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update company_search s set is_shared = true where s.company_id = new.company_id and not s.is_shared
    and shared_by_case(new.reader_orgs, s.keeper_org, s.region_id, s.is_open, s.confidential);
  return null;
end
$$;
grant execute on function refresh_searched_companies(), refresh_searched_places(), note_shared_company() to lotse_owner;

set role lotse_owner;
create trigger search_added after insert on companies referencing new table as changed for each statement execute function refresh_searched_companies();
create trigger search_changed after update on companies referencing new table as changed for each statement execute function refresh_searched_companies();
create trigger search_added after insert on establishments referencing new table as changed for each statement execute function refresh_searched_places();
create trigger search_changed after update on establishments referencing new table as changed for each statement execute function refresh_searched_places();
create trigger search_shared after insert or update of reader_orgs, company_id on service_cases for each row execute function note_shared_company();
create trigger search_removed after delete on establishments referencing old table as changed for each statement execute function refresh_searched_places();
set role lotse_definer;
select refresh_company_search(array(select id from companies));
`;

export const companySearch = migration(1764000000060, 'CreateCompanySearch', TABLES, WORDS, UPKEEP);
