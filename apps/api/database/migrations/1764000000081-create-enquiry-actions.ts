import { migration } from './migration';

/** What nobody in particular may ask: by whose rules an enquiry is routed. The answer stays within the program. */
const ROUTING = `
set role lotse_definer;
-- The region named, else the only one that has the postal code, else the first; with what its rules rest on.
create function enquiry_basis(p_region text, p_postal_code text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  with known as (select min(m.region_id::text)::uuid as id from postal_codes p join municipalities m on m.ags = p.ags
    where p.postal_code = p_postal_code having count(distinct m.region_id) = 1)
  select routing_basis(r.id, p_postal_code) || jsonb_build_object('federalState', r.federal_state)
  from regions r where r.slug = coalesce(p_region, r.slug)
  order by r.id = coalesce((select id from known), r.id) desc, r.created_at, r.id limit 1
$$;

-- Who answers for what arrives at an organisation: the first liaison who is not away, else one who is, else an officer.
create function enquiry_contact(p_org uuid) returns table (user_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.name from memberships m join users u on u.id = m.user_id
  where m.organisation_id = p_org and m.is_active and u.is_active and m.roles && '{OFFICER,LIAISON}'
  order by 'LIAISON' = any (m.roles) desc, exists (select from absences a where a.user_id = u.id and a.organisation_id = p_org
    and today_in_berlin() between a.starts_on and a.ends_on), u.created_at, u.id limit 1
$$;

-- Counts one more for each key, refused ones too: nobody gets further by trying on. Seconds until the last full key is free again, else null.
create function count_enquiry(p_keys bytea[], p_allowed int[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare c enquiry_counts; wait int;
begin
  for i in 1..cardinality(p_keys) loop
    insert into enquiry_counts as e (key_hash) values (p_keys[i]) on conflict (key_hash) do update set
      count = case when e.since < now() - interval '1 hour' then 1 else e.count + 1 end,
      since = case when e.since < now() - interval '1 hour' then now() else e.since end
    returning * into c;
    if c.count > p_allowed[i] then wait := greatest(wait, ceil(extract(epoch from c.since + interval '1 hour' - now()))::int, 1); end if;
  end loop;
  delete from enquiry_counts where key_hash in (
    select key_hash from enquiry_counts where since < now() - interval '1 day' limit 100 for update skip locked);
  return wait;
end
$$;
`;

const SUBMIT = `
set role lotse_definer;
-- The company an enquiry is from, where it is known: one of this name at this postal code, or one this person has written for before. One that
-- looks for a new site is never known: who else reads a company must not learn of its plans.
create function known_company(p_owner uuid, p_enquiry jsonb) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from companies c
  where p_enquiry ->> 'type' <> 'SETTLEMENT'
    and c.region_id = region_of(p_owner) and not c.confidential and c.name_key = fold_name(p_enquiry ->> 'companyName')
    and (not c.is_natural_person and not c.is_untaken or c.keeper_org = p_owner)
    and (exists (select from establishments e where e.company_id = c.id and e.postal_code = p_enquiry ->> 'postalCode')
      or exists (select from contact_persons p where p.company_id = c.id and p.owner_org = p_owner and p.email = p_enquiry ->> 'email'))
  order by c.keeper_org = p_owner desc, c.created_at, c.id limit 1
$$;

-- A new company: read by p_team alone where there is one, else by its keeper alone until it works on the enquiry. What does not say that it is
-- none counts as a natural person.
create function enquiry_company(p_owner uuid, p_enquiry jsonb, p_team uuid[]) returns uuid
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into companies (region_id, keeper_org, name, legal_form, is_natural_person, is_untaken, confidential, project_name, reader_users)
  values (region_of(p_owner), p_owner, p_enquiry ->> 'companyName', p_enquiry ->> 'legalForm', coalesce((p_enquiry ->> 'isNaturalPerson')::boolean, true),
    p_team is null, p_team is not null, case when p_team is not null then 'Anfrage' end, coalesce(p_team, '{}'))
  returning id
$$;

-- Anybody can enter anybody's name: what the organisation keeps of a person stays as it is, and the case gets an entry of its own, unless there is
-- one that says the very same. Who objected to surveys is not asked by a new entry either.
create function enquiry_person(p_owner uuid, p_company uuid, p_enquiry jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  select id into result from contact_persons where company_id = p_company and owner_org = p_owner and survey_notice_on is not null
    and (first_name, last_name, email, language) = (p_enquiry ->> 'firstName', p_enquiry ->> 'lastName', p_enquiry ->> 'email', p_enquiry ->> 'language')
    and phone is not distinct from p_enquiry ->> 'phone' order by created_at, id limit 1;
  if result is not null then return result; end if;
  insert into contact_persons (company_id, owner_org, first_name, last_name, email, phone, phone_key, language, survey_notice_on, survey_objected_on)
  values (p_company, p_owner, p_enquiry ->> 'firstName', p_enquiry ->> 'lastName', p_enquiry ->> 'email', p_enquiry ->> 'phone', p_enquiry ->> 'phoneKey',
    p_enquiry ->> 'language', today_in_berlin(),
    (select min(p.survey_objected_on) from contact_persons p where p.owner_org = p_owner and p.email = p_enquiry ->> 'email')) returning id into result;
  return result;
end
$$;

-- Everything an enquiry makes, at once or not at all. The first of p_owners who has somebody to answer gets the case, p_allowed of them an hour.
-- A pretended one is told the same, and makes nothing.
create function submit_enquiry(p_id uuid, p_owners uuid[], p_enquiry jsonb, p_allowed int, p_pretended boolean) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare owner uuid; contact uuid; contact_name text; team uuid[]; company uuid; person uuid; the_case uuid := new_id(); number text;
  secret boolean; project text; wait int;
begin
  select o.org, c.user_id, c.name into owner, contact, contact_name
  from unnest(p_owners) with ordinality o(org, at), lateral enquiry_contact(o.org) c order by o.at limit 1;
  if owner is null then perform refuse(503, 'enquiry.nobodyThere'); end if;
  if p_pretended then
    return jsonb_build_object('fileNumber', draw_file_number(region_of(owner), extract(year from today_in_berlin())::int), 'contactName', contact_name,
      'organisationName', (select o.name from organisations o where o.id = owner));
  end if;
  wait := count_enquiry(array[sha256(convert_to('enquiry organisation:' || owner, 'UTF8'))], array[p_allowed]);
  if wait is not null then perform refuse(429, 'enquiry.tooMany', jsonb_build_object('retryAfter', wait)); end if;
  company := known_company(owner, p_enquiry);
  -- A company nobody knows that wants to go elsewhere, here or away from here, is shown to the liaisons alone.
  secret := company is null and p_enquiry ->> 'type' in ('SETTLEMENT', 'RELOCATION');
  if secret then
    team := array(select distinct x from (select contact x union select m.user_id from memberships m join users u on u.id = m.user_id
      where m.organisation_id = owner and m.is_active and u.is_active and 'LIAISON' = any (m.roles)) q order by x);
  end if;
  company := coalesce(company, enquiry_company(owner, p_enquiry, team));
  person := enquiry_person(owner, company, p_enquiry);
  for attempt in 1..200 loop
    number := draw_file_number(region_of(owner), extract(year from today_in_berlin())::int);
    project := case when secret then 'Anfrage ' || number end;
    insert into service_cases (id, region_id, file_number, type, title, company_id, contact_person_id, owner_org, officer_id, officer_name, confidential,
      project_name, next_step, next_step_on, reader_orgs, reader_users, postal_code, place)
    values (the_case, region_of(owner), number, p_enquiry ->> 'type', p_enquiry ->> 'title', company, person, owner, contact, contact_name, secret,
      project, p_enquiry ->> 'nextStep', (p_enquiry ->> 'nextStepOn')::date, array[owner], array[contact], p_enquiry ->> 'postalCode', p_enquiry ->> 'place')
    on conflict (file_number) do nothing;
    exit when found;
    if attempt = 200 then perform refuse(409, 'case.fileNumbersExhausted'); end if;
  end loop;
  if secret then update companies set project_name = project where id = company; end if;
  insert into case_sections (case_id, section, content, reader_orgs, contributor_orgs)
  select the_case, s, case s when 'MASTER' then coalesce(p_enquiry -> 'details', '{}') else '{}' end, array[owner], array[owner]
  from unnest('{MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS,FEEDBACK}'::text[]) s;
  insert into case_access (case_id, user_id, source) select the_case, x, 'TEAM' from unnest(team) x where x <> contact;
  perform refresh_case(the_case);
  insert into enquiries (id, region_id, case_id, received_by, contact_id, contact_name, type, company_name, first_name, last_name, email, phone, postal_code,
    place, area_sqm, message, language, consent_version)
  values (p_id, region_of(owner), the_case, owner, contact, contact_name, p_enquiry ->> 'type', p_enquiry ->> 'companyName', p_enquiry ->> 'firstName',
    p_enquiry ->> 'lastName', p_enquiry ->> 'email', p_enquiry ->> 'phone', p_enquiry ->> 'postalCode', p_enquiry ->> 'place',
    (p_enquiry ->> 'areaSqm')::int, p_enquiry ->> 'message', p_enquiry ->> 'language', p_enquiry ->> 'consentVersion');
  perform add_event(the_case, 'MASTER', 'case.created', '[]', jsonb_build_object('type', p_enquiry ->> 'type', 'title', p_enquiry ->> 'title',
    'ownerOrganisation', owner));
  perform add_event(the_case, 'MASTER', 'enquiry.received', '[]', jsonb_build_object('enquiryId', p_id, 'language', p_enquiry ->> 'language'));
  perform enqueue_mail('enquiry.receipt', p_id, owner, p_enquiry ->> 'email', p_enquiry ->> 'language');
  perform tell_liaisons(owner, 'enquiry.news', p_id);
  perform notify_live('case', the_case, array[owner]);
  return jsonb_build_object('fileNumber', number, 'contactName', contact_name, 'organisationName', (select o.name from organisations o where o.id = owner));
end
$$;

create function enquiry_letter(p_enquiry uuid)
returns table (case_id uuid, file_number text, type text, organisation text, contact text, contact_email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.case_id, c.file_number, e.type, o.name, e.contact_name, u.email
  from enquiries e join service_cases c on c.id = e.case_id join organisations o on o.id = e.received_by left join users u on u.id = e.contact_id
  where e.id = p_enquiry
$$;
grant execute on function enquiry_basis(text, text), count_enquiry(bytea[], int[]), submit_enquiry(uuid, uuid[], jsonb, int, boolean) to lotse_app;
grant execute on function enquiry_letter(uuid) to lotse_jobs;
`;

export const enquiryActions = migration(1764000000081, 'CreateEnquiryActions', ROUTING, SUBMIT);
