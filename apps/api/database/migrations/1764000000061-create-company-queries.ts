import { migration } from './migration';

/** Who may read what hangs on a company through a case; the same rules as the policies, said once more for the API's own conditions. */
const RIGHTS = `
set role lotse_definer;
create function can_read_section(p_case uuid, p_section text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from service_cases k join case_sections s on s.case_id = k.id and s.section = p_section, me() m
    where k.id = p_case and m.roles && '{OFFICER,LIAISON,MANAGER}' and k.reader_orgs @> array[m.org_id] and reads_section(s, m.org_id, m.users)
      and (not k.confidential or k.reader_users && m.users or (k.liaison_orgs @> array[m.org_id] and 'LIAISON' = any (m.roles))))
$$;

create function may_log_in_case(p_case uuid, p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select can_read_section(p_case, 'NOTES') and has_role('{OFFICER,LIAISON}')
    and exists (select from service_cases k join case_sections s on s.case_id = k.id and s.section = 'NOTES'
      where k.id = p_case and k.company_id = p_company and contributes_section(s, my_org(), my_users()))
$$;

create function can_read_contact(p_contact uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from contact_persons c where c.id = p_contact and c.owner_org = my_org() and can_read_company(c.company_id))
    or exists (select from service_cases k where k.contact_person_id = p_contact and can_read_section(k.id, 'CONTACTS'))
$$;

create function can_read_interaction(p_company uuid, p_case uuid, p_org uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_case is null then p_org = my_org() and can_read_company(p_company) else can_read_section(p_case, 'NOTES') end
$$;
grant execute on function can_read_section(uuid, text), may_log_in_case(uuid, uuid), can_read_contact(uuid), can_read_interaction(uuid, uuid, uuid) to lotse_app;

-- The last contact with each company, as far as the reader may know of it.
create function last_contacts(p_companies uuid[]) returns table (company_id uuid, last_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, (select i.occurred_at from interactions i
    where i.company_id = c.id and can_read_interaction(i.company_id, i.case_id, i.owner_org) order by i.occurred_at desc limit 1)
  from unnest(p_companies) c(id)
$$;

-- Running cases of a company that the reader may open, for the quick log and the search by telephone.
create function open_cases_of(p_companies uuid[]) returns table (company_id uuid, id uuid, file_number text, title text, type text, status text)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.company_id, k.id, k.file_number, k.title, k.type, k.status from service_cases k
  where k.company_id = any (p_companies) and k.status <> 'CLOSED' and can_read_section(k.id, 'MASTER') order by k.updated_at desc, k.id
$$;
grant execute on function last_contacts(uuid[]), open_cases_of(uuid[]) to lotse_app;
`;

/** A word of the question becomes the known words it may mean: as it is, as part, or with one typo; short ones only as beginning.
 * Too many for a look-up (one letter, "bau"), and the names themselves are read. */
const WORDS = `
set role lotse_definer;
create function word_condition(p_word text) returns text language plpgsql stable set search_path = public, pg_temp as $$
declare needle text := left(p_word, 24); known text[];
begin
  if length(needle) < 3 then
    known := array(select k.word from search_words k where k.word like needle || '%');
  elsif length(needle) = 3 then
    known := array(select k.word from search_words k where k.word like '%' || needle || '%');
  else
    known := array(select k.word from search_words k where k.word like '%' || needle || '%' or k.typo_keys && typo_keys(needle));
  end if;
  if cardinality(known) > 500 then
    return format(case when length(needle) < 3 then ''' '' || s.name_key like %L' else 's.name_key like %L' end,
      case when length(needle) < 3 then '% ' else '%' end || needle || '%');
  end if;
  return format('s.words && %L::text[]', known || needle);
end
$$;

create function word_rank(p_word text) returns text language sql immutable set search_path = public, pg_temp as $$
  select format('case when '' '' || s.name_key || '' '' like %L then 0 when '' '' || s.name_key like %L then 1 when s.name_key like %L then 3 else 2 end',
    '% ' || p_word || ' %', '% ' || p_word || '%', '%' || p_word || '%')
$$;

-- Companies of contact persons with this number (or one that continues it, like an extension), among those the reader may read.
create function companies_by_phone(p_phone_key text) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(select distinct c.company_id from contact_persons c
    where length(p_phone_key) >= 6 and c.phone_key like p_phone_key || '%' and p_phone_key ~ '^[+]?[0-9]+$'
      and (c.phone_key = p_phone_key or length(p_phone_key) >= 9) and can_read_contact(c.id))
$$;
`;

/**
 * Search and list with total. Policies cannot use the trigram index (its operators are not leakproof), so this function applies the
 * reader's rights itself. Without a question it reads the open companies of the region in the order of the index and adds the few
 * others the reader may see; with one, the indexes on words and typos give the candidates.
 */
const SEARCH = `
set role lotse_definer;
create function search_companies(p_question text, p_phone_key text, p_ags text, p_industry text, p_size_class text, p_confidential boolean,
  p_kept boolean, p_descending boolean, p_limit int, p_offset int, out ids uuid[], out total bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  m record; key text; filters text := ''; visible text; matches text; ranking text; direction text := case when p_descending then ' desc' else '' end;
begin
  ids := '{}'; total := 0;
  select * into m from me();
  if m.user_id is null or not m.roles && '{OFFICER,LIAISON,MANAGER}' then return; end if;
  if p_ags is not null then filters := filters || format(' and s.ags @> array[%L]', p_ags); end if;
  if p_industry is not null then filters := filters || format(' and s.industry_code like %L', replace(p_industry, '.', '') || '%'); end if;
  if p_size_class is not null then filters := filters || format(' and s.size_class = %L', p_size_class); end if;
  if p_confidential is not null then filters := filters || format(' and s.confidential = %L::boolean', p_confidential); end if;
  if p_kept is not null then filters := filters || format(' and (s.keeper_org = %L) = %L::boolean', m.org_id, p_kept); end if;
  visible := format('s.is_shared and exists (select from service_cases k where k.company_id = s.company_id and k.reader_orgs @> array[%1$L::uuid]
    and (not k.confidential or k.reader_users && %2$L::uuid[] or (%3$L::boolean and k.liaison_orgs @> array[%1$L::uuid])) offset 0)', m.org_id, m.users, 'LIAISON' = any (m.roles));

  if p_question is null then
    execute format('with others as materialized (
        select s.company_id, s.name_key from company_search s where s.keeper_org = %1$L and not s.is_open and not s.confidential %2$s
        union select s.company_id, s.name_key from company_search s where s.confidential and s.keeper_org = %1$L and s.reader_users && %3$L::uuid[] %2$s
        union select s.company_id, s.name_key from company_search s where not (s.is_open and s.region_id = %4$L) and %5$s %2$s),
      page as (select * from others union all
        (select s.company_id, s.name_key from company_search s where s.is_open and s.region_id = %4$L %2$s order by s.name_key %6$s, s.company_id %6$s limit %7$s))
      select array(select company_id from page order by name_key %6$s, company_id %6$s limit %8$s offset %9$s),
        (select count(*) from others) + (select count(*) from company_search s where s.is_open and s.region_id = %4$L %2$s)',
      m.org_id, filters, m.users, m.region_id, visible, direction, p_limit::bigint + p_offset, p_limit, p_offset) into ids, total;
    return;
  end if;

  key := fold_name(p_question);
  select string_agg(word_condition(w), ' and '), string_agg(word_rank(w), ' + ') into matches, ranking
  from (select distinct w from regexp_split_to_table(key, ' ') w where w <> '' limit 12) words;
  matches := coalesce('(' || matches || ')', 'false');
  ranking := coalesce(ranking, '0');
  if p_phone_key is not null then
    matches := format('(%s or s.company_id = any (%L::uuid[]))', matches, companies_by_phone(p_phone_key));
  end if;
  execute format('with hits as materialized (
      select s.company_id, s.name_key, case when replace(s.name_key, '' '', '''') = %1$L then -1 else %2$s end as rank from company_search s
      where %3$s %4$s and ((s.is_open and s.region_id = %5$L) or (s.keeper_org = %6$L and (not s.confidential or s.reader_users && %7$L::uuid[]))
        or (%8$s)))
    select array(select company_id from hits order by rank, length(name_key), name_key, company_id limit %9$s offset %10$s), (select count(*) from hits)',
    replace(key, ' ', ''), ranking, matches, filters, m.region_id, m.org_id, m.users, visible, p_limit, p_offset) into ids, total;
end
$$;
grant execute on function search_companies(text, text, text, text, text, boolean, boolean, boolean, int, int) to lotse_app;
`;

/**
 * Companies that could be the same one, with what they have in common. Confidential ones never show, whoever asks.
 * (Functions of an index name their schema: PostgreSQL builds and vacuums indexes with an empty search path.)
 */
const DUPLICATES = `
set role lotse_owner;
create function street_key(p_street text, p_number text) returns text language sql immutable strict parallel safe as $$
  select replace(regexp_replace(public.fold_text(p_street), '(str|strasse)$', 'str') || '|' || public.fold_text(p_number), ' ', '')
$$;
create function register_key(p_court text, p_number text) returns text language sql immutable strict parallel safe as $$
  select replace(regexp_replace(public.fold_text(p_court), '^(amtsgericht|ag) ', '') || '|' || public.fold_text(p_number), ' ', '')
$$;
grant execute on function street_key(text, text), register_key(text, text) to lotse_definer, lotse_app;
create index establishment_addresses on establishments (postal_code, street_key(street, house_number));
create index company_registers on companies (register_key(register_court, register_number)) where register_number is not null;

set role lotse_definer;
create function find_duplicates(p_name text, p_phone_key text, p_email text, p_postal_code text, p_street text, p_house_number text,
  p_court text, p_number text, p_except uuid, p_limit int) returns table (company_id uuid, reasons text[])
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare key text := nullif(fold_name(p_name), ''); matches text;
begin
  if not has_role('{OFFICER,LIAISON,MANAGER}') then return; end if;
  select string_agg(word_condition(w), ' and ') into matches from (select distinct w from regexp_split_to_table(key, ' ') w limit 12) words;
  return query execute format('with found(id, reason, weight) as (
      select c.id, ''REGISTER'', 1 from companies c where c.register_number is not null and register_key(c.register_court, c.register_number) = register_key($1, $2)
      union all (select s.company_id, case when replace(s.name_key, '' '', '''') = replace($3, '' '', '''') then ''NAME'' else ''SIMILAR_NAME'' end, 2
        from company_search s
        where length($3) > 2 and not s.confidential and %1$s
          and (similarity(s.name_key, $3) >= 0.5 or replace(s.name_key, '' '', '''') = replace($3, '' '', '''') or (length($3) > 4 and starts_with(s.name_key, $3)))
        order by similarity(s.name_key, $3) desc limit 200)
      union all select c.company_id, ''PHONE'', 3 from contact_persons c where c.phone_key = $4 and length($4) > 5 and can_read_contact(c.id)
      union all select c.company_id, ''EMAIL'', 4 from contact_persons c where c.owner_org = my_org() and c.email = $5 and can_read_contact(c.id)
      union all select e.company_id, ''ADDRESS'', 5 from establishments e where e.postal_code = $6 and street_key(e.street, e.house_number) = street_key($7, $8)
    ), known as (select f.id, array_agg(distinct f.reason) as reasons, min(f.weight) as weight from found f group by f.id)
    select k.id, k.reasons from known k join company_search s on s.company_id = k.id
    where not s.confidential and k.id is distinct from $9 and can_read_company(k.id)
    order by cardinality(k.reasons) desc, k.weight, similarity(s.name_key, coalesce($3, '''')) desc, k.id limit $10', coalesce('(' || matches || ')', 'false'))
  using p_court, p_number, key, p_phone_key, lower(p_email), p_postal_code, p_street, p_house_number, p_except, p_limit;
end
$$;
grant execute on function find_duplicates(text, text, text, text, text, text, text, text, uuid, int) to lotse_app;
`;

export const companyQueries = migration(1764000000061, 'CreateCompanyQueries', RIGHTS, WORDS, SEARCH, DUPLICATES);
