import { migration } from './migration';

const SEARCH = `
set role lotse_definer;
-- Where to look for cases others share with us. Array operators are not leakproof, so a policy keeps the index over readers from serving
-- a list; ids of the own shares lead to the rows directly, and the policies still decide which of them are seen.
create function shared_case_ids() returns setof uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct case_id from case_access where organisation_id = my_org() and (ends_at is null or ends_at > now()) $$;

-- The same for words: these are ids of cases of the acting organisation or shared with it, and the policies decide which are seen.
create function find_case_ids(p_number text, p_title text, p_name text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare org uuid := my_org(); number text := '%' || regexp_replace(p_number, '([\\\\%_])', '\\\\\\1', 'g') || '%';
begin
  return query select c.id from service_cases c where c.file_number like number and (c.owner_org = org or c.reader_orgs @> array[org]);
  if p_title <> '' then
    return query select c.id from service_cases c
      where c.title_key like '%' || p_title || '%' and (c.owner_org = org or c.reader_orgs @> array[org])
      union select c.id from service_cases c
      where c.project_name is not null and (c.owner_org = org or c.reader_orgs @> array[org]) and fold_text(c.project_name) like '%' || p_title || '%';
  end if;
  if p_name <> '' then
    return query select c.id from companies co join service_cases c on c.company_id = co.id
      where not co.confidential and co.name_key like '%' || p_name || '%' and (c.owner_org = org or c.reader_orgs @> array[org]);
  end if;
end
$$;
grant execute on function shared_case_ids(), find_case_ids(text, text, text) to lotse_app;
`;

export const caseQueries = migration(1764000000070, 'CreateCaseQueries', SEARCH);
