import { migration } from './migration';

/** Titles are found in any spelling of umlauts; the folded form is kept, folding every row of every search would take seconds. */
const SEARCH = `
set role lotse_owner;
alter table service_cases add column title_key text generated always as (fold_text(title)) stored;
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
