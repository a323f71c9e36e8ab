import { migration } from './migration';

/** Titles are found in any spelling of umlauts; the folded form is kept, folding every row of every search would take seconds. */
const SEARCH = `
set role lotse_owner;
alter table service_cases add column title_key text generated always as (fold_text(title)) stored;
create index cases_by_words on service_cases using gin (title_key gin_trgm_ops, file_number gin_trgm_ops);
create index cases_with_project on service_cases (owner_org) where project_name is not null;
-- The list of open cases and its total read nothing but this index: what the row rules ask for stands in it.
drop index cases_open_by_due;
create index cases_open_by_due on service_cases (owner_org, next_step_on, id) include (confidential, reader_orgs, reader_users, liaison_orgs)
  where status <> 'CLOSED';
create index cases_open_by_officer on service_cases (officer_id, next_step_on, id) where status <> 'CLOSED';
`;

const RULES = `
set role lotse_definer;
-- A stored column is empty while the row is being changed, so it takes no part in finding out whether anything changed.
create or replace function version_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (to_jsonb(new) - '{reader_orgs,reader_users,liaison_orgs,version,title_key}'::text[]) is distinct from
     (to_jsonb(old) - '{reader_orgs,reader_users,liaison_orgs,version,title_key}'::text[]) then
    new.version := old.version + 1;
    new.updated_at := clock_timestamp();
  else
    new.version := old.version;
  end if;
  return new;
end
$$;

-- A case shows its contact person to all its readers: only a contact of the same company that the acting organisation entered may be named.
create function check_case_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null and not exists (
    select from contact_persons p where p.id = new.contact_person_id and p.company_id = new.company_id and p.owner_org = my_org()) then
    perform refuse(404, 'contact.notFound');
  end if;
  return null;
end
$$;

-- Whoever reads a case reads its company, so an open case would tell of a confidential one.
create function check_case_confidential() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from companies where id = new.company_id and confidential) then
    perform refuse(422, 'case.companyConfidential');
  end if;
  return null;
end
$$;

-- Pages that show the case follow every event; what was entered for the past (demo data, imports) tells nobody.
create function tell_case_readers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform notify_live('case', new.case_id, coalesce(new.parties, (select reader_orgs from service_cases where id = new.case_id)));
  return null;
end
$$;
grant execute on function check_case_contact(), check_case_confidential(), tell_case_readers() to lotse_owner;

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
set role lotse_owner;
create trigger contact_of_company after update of contact_person_id on service_cases for each row
  when (new.contact_person_id is not null and new.contact_person_id is distinct from old.contact_person_id and new.owner_org = old.owner_org)
  execute function check_case_contact();
create trigger company_stays_confidential after insert or update of confidential, company_id on service_cases for each row
  when (not new.confidential) execute function check_case_confidential();
create trigger live after insert on timeline_events for each row
  when (new.recorded_at > now() - interval '1 minute') execute function tell_case_readers();

-- A lead who is asked to call a company finishes that task, though managers change nothing else of a case.
create policy finish_own_follow_ups on follow_ups for update to lotse_app
  using (organisation_id = (select my_org()) and assignee_id = (select my_user()) and (select has_role('{MANAGER}'))
    and exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES'))
  with check (organisation_id = (select my_org()) and assignee_id = (select my_user()));
`;

export const completeCases = migration(1764000000070, 'CompleteCases', SEARCH, RULES);
