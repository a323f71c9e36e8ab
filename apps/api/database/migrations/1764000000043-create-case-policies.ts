import { migration } from './migration';

/** Adds to the part `s` of a case: as an organisation, or as one of the few it is kept for. */
const CONTRIBUTES = `(s.contributor_orgs @> array[(select my_org())] or s.people_org = (select my_org()) and s.people && (select my_users()))`;

const CASE_POLICIES = `
set role lotse_owner;
create policy read_cases on service_cases for select to lotse_app
  using ((owner_org = (select my_org()) or reader_orgs @> array[(select my_org())]) and (select has_role('{OFFICER,LIAISON,MANAGER}')));
create policy confidential_cases on service_cases as restrictive for select to lotse_app
  using (not confidential or reader_users && (select my_users())
    or (liaison_orgs @> array[(select my_org())] and (select has_role('{LIAISON}'))));
-- What lies in the bin is read through bin_items() alone.
create policy kept_cases on service_cases as restrictive for select to lotse_app using (deleted_at is null);
create policy change_cases on service_cases for update to lotse_app
  using (owner_org = (select my_org()) and (select has_role('{OFFICER,LIAISON}')))
  with check (owner_org = (select my_org()));
create policy read_sections on case_sections for select to lotse_app
  using ((reader_orgs @> array[(select my_org())] or people_org = (select my_org()) and people && (select my_users())) and exists (select from service_cases c where c.id = case_id));
create policy change_sections on case_sections for update to lotse_app
  using ((people_org is null or people && (select my_users())) and exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())) and (select has_role('{OFFICER,LIAISON}')))
  with check (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy read_access on case_access for select to lotse_app
  using (exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy read_stubs on case_stubs for select to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON,MANAGER}')));
create policy confidential_stubs on case_stubs as restrictive for select to lotse_app
  using (reader_users is null or reader_users && (select my_users()));
create policy read_timeline on timeline_events for select to lotse_app
  using (exists (select from case_sections s where s.case_id = timeline_events.case_id and s.section = timeline_events.section));
create policy timeline_parties on timeline_events as restrictive for select to lotse_app
  using (parties is null or parties @> array[(select my_org())]);

create policy read_follow_ups on follow_ups for select to lotse_app
  using (exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES'));
-- A call-back says that a company graded poorly: it is for whoever calls, and the leads of their organisation.
create policy recoveries on follow_ups as restrictive for select to lotse_app
  using (kind <> 'RECOVERY' or (organisation_id = (select my_org())
    and (assignee_id = any ((select my_users())::uuid[]) or (select has_role('{MANAGER}'))) and not closed_section(case_id, 'FEEDBACK')));
create policy kept_follow_ups on follow_ups as restrictive for select to lotse_app using (deleted_at is null);
create policy add_follow_ups on follow_ups for insert to lotse_app
  with check (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
    and (assignee_id is null or exists (select from memberships m where m.user_id = assignee_id and m.organisation_id = (select my_org())))
    and exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES' and ${CONTRIBUTES}));
-- Checks of several policies add up: one without a role would let a lead give away the task that is theirs to finish.
create policy change_follow_ups on follow_ups for update to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
    and exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES' and ${CONTRIBUTES}))
  with check (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
  and (assignee_id is null or exists (select from memberships m where m.user_id = assignee_id and m.organisation_id = (select my_org()))));
-- A lead who is asked to call a company finishes that task, though managers change nothing else of a case.
create policy finish_own_follow_ups on follow_ups for update to lotse_app
  using (organisation_id = (select my_org()) and assignee_id = (select my_user()) and (select has_role('{MANAGER}'))
    and exists (select from case_sections s where s.case_id = follow_ups.case_id and s.section = 'NOTES'))
  with check (organisation_id = (select my_org()) and assignee_id = (select my_user()));

create policy read_job_effects on job_effects for select to lotse_app
  using (exists (select from case_sections s where s.case_id = job_effects.case_id and s.section = 'MASTER'));
create policy add_job_effects on job_effects for insert to lotse_app
  with check ((select has_role('{OFFICER,LIAISON}')) and exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));
create policy remove_job_effects on job_effects for delete to lotse_app
  using ((select has_role('{OFFICER,LIAISON}')) and exists (select from service_cases c where c.id = case_id and c.owner_org = (select my_org())));

grant select on service_cases, case_sections, case_access, case_stubs, timeline_events, follow_ups, job_effects to lotse_app;
grant update (title, project_name, contact_person_id, next_step, next_step_on, updated_at) on service_cases to lotse_app;
grant update (content) on case_sections to lotse_app;
grant insert (id, case_id, assignee_id, title, due_on) on follow_ups to lotse_app;
grant update (assignee_id, title, due_on, done_at) on follow_ups to lotse_app;
grant insert (id, case_id, effect, attribution, count, source) on job_effects to lotse_app;
grant delete on job_effects to lotse_app;
`;

const COMPANY_POLICIES = `
set role lotse_owner;
create policy read_companies on companies for select to lotse_app
  using ((select has_role('{OFFICER,LIAISON,MANAGER}'))
    and ((not is_natural_person and not is_untaken and region_id = (select my_region())) or keeper_org = (select my_org())
      or exists (select from service_cases c where c.company_id = companies.id)));
create policy confidential_companies on companies as restrictive for select to lotse_app
  using (not confidential or (keeper_org = (select my_org()) and reader_users && (select my_users())) or exists (select from service_cases c where c.company_id = companies.id));
create policy add_companies on companies for insert to lotse_app
  with check (keeper_org = (select my_org()) and region_id = (select my_region()) and (select has_role('{OFFICER,LIAISON}')));
create policy change_companies on companies for update to lotse_app
  using (may_change_company(id)) with check (may_change_company(id));

create policy read_establishments on establishments for select to lotse_app
  using (exists (select from companies c where c.id = company_id));
create policy add_establishments on establishments for insert to lotse_app with check (may_change_company(company_id));
create policy change_establishments on establishments for update to lotse_app
  using (may_change_company(company_id)) with check (may_change_company(company_id));

create policy read_contacts on contact_persons for select to lotse_app
  using ((select has_role('{OFFICER,LIAISON,MANAGER}')) and (
    (owner_org = (select my_org()) and exists (select from companies c where c.id = company_id))
    or exists (select from service_cases k join case_sections s on s.case_id = k.id and s.section = 'CONTACTS' where k.contact_person_id = contact_persons.id)));
create policy add_contacts on contact_persons for insert to lotse_app
  with check (owner_org = (select my_org()) and (select has_role('{OFFICER,LIAISON}')) and exists (select from companies c where c.id = company_id));
create policy change_contacts on contact_persons for update to lotse_app
  using ((select has_role('{OFFICER,LIAISON}')) and owner_org = (select my_org()) and exists (select from companies c where c.id = company_id))
  with check (owner_org = (select my_org()));

create policy read_interactions on interactions for select to lotse_app
  using ((select has_role('{OFFICER,LIAISON,MANAGER}')) and case when case_id is null
    then owner_org = (select my_org()) and exists (select from companies c where c.id = company_id)
    else exists (select from case_sections s where s.case_id = interactions.case_id and s.section = 'NOTES') end);
create policy add_interactions on interactions for insert to lotse_app
  with check (owner_org = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
    and exists (select from companies c where c.id = company_id)
    and (case_id is null or exists (select from service_cases k join case_sections s on s.case_id = k.id and s.section = 'NOTES'
      where k.id = interactions.case_id and k.company_id = interactions.company_id and ${CONTRIBUTES})));

grant select on companies, establishments, contact_persons, interactions to lotse_app;
grant insert (id, name, legal_form, is_natural_person, register_court, register_number, vat_id, economic_id, industry_code, industry_version, size_class,
  website, confidential, project_name) on companies to lotse_app;
grant update (name, legal_form, is_natural_person, register_court, register_number, vat_id, economic_id, industry_code, industry_version, size_class,
  website, project_name, version, updated_at) on companies to lotse_app;
grant insert (id, company_id, name, street, house_number, postal_code, place, ags, municipality_source, municipality_reason, is_main) on establishments to lotse_app;
grant update (name, street, house_number, postal_code, place, ags, municipality_source, municipality_reason, is_main, version) on establishments to lotse_app;
grant insert (id, company_id, first_name, last_name, position, email, phone, phone_key, language, survey_notice_on, survey_objected_on) on contact_persons to lotse_app;
grant update (first_name, last_name, position, email, phone, phone_key, language, survey_notice_on, survey_objected_on, version) on contact_persons to lotse_app;
grant insert (id, company_id, case_id, kind, text, occurred_at) on interactions to lotse_app;
`;

export const casePolicies = migration(1764000000043, 'CreateCasePolicies', CASE_POLICIES, COMPANY_POLICIES);
