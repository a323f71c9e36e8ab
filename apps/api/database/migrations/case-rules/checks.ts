/** What a case may name and show, and who is told at once when it changes. */
export const CHECKS = `
set role lotse_definer;
-- A case shows its contact person to all its readers: only a contact of the same company that the acting organisation entered may be named.
create function check_case_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null and not exists (
    select from contact_persons p where p.id = new.contact_person_id and p.company_id = new.company_id and p.owner_org = my_org()) then
    perform refuse(404, 'contact.notFound');
  end if;
  if consent_withdrawn(new) then
    perform take_contact_out(new.id);
    perform refresh_case(new.id);
  end if;
  return null;
end
$$;

-- Whoever does not read whom a case names replaces nobody there.
create function guard_case_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_user() is not null and closed_section(new.id, 'CONTACTS') then perform refuse(403, 'section.notYours'); end if;
  return new;
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
  perform notify_live('case', new.case_id, coalesce(new.parties, (select reader_orgs from case_sections where case_id = new.case_id and section = new.section)));
  return null;
end
$$;
-- Who was given a case of a company may mend its facts, but whether it is a natural person's firm decides who in the region reads it.
create function guard_company() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.is_natural_person <> old.is_natural_person and my_user() is not null and old.keeper_org <> my_org() then
    perform refuse(403, 'company.notChangeable');
  end if;
  return new;
end
$$;

-- A firm that turns out to be a natural person's closes at once what was open to the region.
create function close_to_region() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_case(s.id) from service_cases s where s.company_id = new.id;
  return null;
end
$$;

-- Whoever works on a case of a company has made it one the region knows.
create function take_company() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update companies set is_untaken = false where id = new.company_id and is_untaken;
  return null;
end
$$;

-- The log of the keeper, and of who changed it: field by field what stood there and what stands there now; of a confidential one the fields alone.
create function record_company_changes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare changed record;
begin
  if my_user() is null then return null; end if;
  select jsonb_object_agg(n.key, coalesce(o.value, '–') || ' → ' || coalesce(n.value, '–')) as facts, string_agg(n.key, ', ' order by n.key) as fields
  into changed from jsonb_each_text(to_jsonb(new)) n join jsonb_each_text(to_jsonb(old)) o using (key)
  where n.value is distinct from o.value and n.key <> all ('{version,updated_at,name_key,reader_users,confidential,is_untaken}'::text[]);
  if changed.fields is null then return null; end if;
  insert into audit_entries (organisation_id, user_id, action, subject_kind, subject_id, details)
  select distinct o, my_user(), 'company.changed', 'company', new.id,
    case when old.confidential then jsonb_build_object('fields', changed.fields) else changed.facts end
      || case when o <> my_org() then jsonb_build_object('organisation', (select name from organisations where id = my_org())) else '{}' end
  from unnest(array[my_org(), new.keeper_org]) o;
  return null;
end
$$;
grant execute on function check_case_contact(), guard_case_contact(), check_case_confidential(), tell_case_readers(), guard_company(), close_to_region(), take_company(), record_company_changes() to lotse_owner;
set role lotse_owner;
create trigger guard before update on companies for each row execute function guard_company();
create trigger close_to_region after update of is_natural_person on companies for each row when (new.is_natural_person and not old.is_natural_person)
  execute function close_to_region();
create trigger take_company after update of status on service_cases for each row when (old.status = 'NEW' and new.status in ('IN_PROGRESS', 'WAITING'))
  execute function take_company();
create trigger record after update on companies for each row execute function record_company_changes();
create trigger contact_of_company after update of contact_person_id on service_cases for each row
  when (new.contact_person_id is not null and new.contact_person_id is distinct from old.contact_person_id and new.owner_org = old.owner_org)
  execute function check_case_contact();
create trigger contact_guard before update of contact_person_id on service_cases for each row
  when (new.contact_person_id is distinct from old.contact_person_id and new.owner_org = old.owner_org) execute function guard_case_contact();
create trigger company_stays_confidential after insert or update of confidential, company_id on service_cases for each row
  when (not new.confidential) execute function check_case_confidential();
create trigger live after insert on timeline_events for each row
  when (new.recorded_at > now() - interval '1 minute') execute function tell_case_readers();
`;
