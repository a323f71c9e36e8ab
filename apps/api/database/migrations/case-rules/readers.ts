/** The single place that derives readers from facts. Removing one entry from an array would kill a share given at the same moment. */
export const READERS = `
set role lotse_definer;
-- A case in the bin has no readers, so that whoever asks by readers finds nothing.
-- Every partner of the region, where a part of the case is open to them; nothing confidential is.
create function region_readers(p_case uuid, p_section text default null) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from service_cases s join organisations o on o.region_id = s.region_id
  where s.id = p_case and not s.confidential and not exists (select from companies co where co.id = s.company_id and co.is_natural_person)
    and exists (select from case_sections k
    where k.case_id = s.id and k.level = 'REGION' and k.section = coalesce(p_section, k.section))
$$;

-- What one person reads, and adds to, of the parts of a case: as an organisation, or as one of the few at the level PERSON.
create function reads_section(s case_sections, p_org uuid, p_users uuid[]) returns boolean language sql immutable parallel safe as $$
  select s.reader_orgs @> array[p_org] or (s.people_org = p_org and s.people && p_users)
$$;
create function contributes_section(s case_sections, p_org uuid, p_users uuid[]) returns boolean language sql immutable parallel safe as $$
  select s.contributor_orgs @> array[p_org] or (s.people_org = p_org and s.people && p_users)
$$;

-- A part kept for the officer in charge and the team, of whom the acting person is none; for rules that do not start from the section.
create function closed_section(p_case uuid, p_section text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_sections s where s.case_id = p_case and s.section = p_section and s.level = 'PERSON'
    and not coalesce(s.people_org = my_org() and s.people && my_users(), false))
$$;

create function refresh_case(p_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update service_cases s set
    reader_orgs = array(select distinct x from (
      select s.owner_org x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.organisation_id is not null and (a.ends_at is null or a.ends_at > now())
      union select region_readers(p_case)) q where s.deleted_at is null order by x),
    reader_users = array(select distinct x from (
      select s.officer_id x union select a.user_id from case_access a
      where a.case_id = p_case and (a.ends_at is null or a.ends_at > now())) q where x is not null and s.deleted_at is null order by x),
    liaison_orgs = array(select distinct a.organisation_id from case_access a
      where a.case_id = p_case and a.liaisons_only and a.organisation_id is not null order by 1)
  where s.id = p_case;
  -- At the level PERSON no organisation reads: every rule that does not know of people finds nobody.
  update case_sections k set
    people_org = (select s.owner_org from service_cases s where s.id = p_case and k.level = 'PERSON'),
    people = coalesce((select s.reader_users from service_cases s where s.id = p_case and k.level = 'PERSON'), '{}'),
    reader_orgs = array(select distinct x from (
      select (select owner_org from service_cases where id = p_case) x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.organisation_id is not null and k.section = any (a.sections) and (a.ends_at is null or a.ends_at > now())
        and k.level <> 'ORGANISATION' union select region_readers(p_case, k.section)) q
      where k.level <> 'PERSON' and not exists (select from service_cases where id = p_case and deleted_at is not null) order by x),
    contributor_orgs = array(select distinct x from (
      select (select owner_org from service_cases where id = p_case) x union select a.organisation_id from case_access a
      where a.case_id = p_case and a.may_contribute and k.section = any (a.sections) and k.level <> 'ORGANISATION') q
      where k.level <> 'PERSON' and not exists (select from service_cases where id = p_case and deleted_at is not null) order by x)
  where k.case_id = p_case;
$$;

create function lock_own_case(p_case uuid, p_version int, p_roles text[]) returns service_cases
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases;
begin
  select * into c from service_cases
  where id = p_case and owner_org = my_org() and deleted_at is null and has_role(p_roles) and (not confidential or reader_users && my_users()) for update;
  if c.id is null then perform refuse(404, 'case.notFound'); end if;
  if p_version is not null and c.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', c.version)); end if;
  return c;
end
$$;

create function can_read_company(p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON,MANAGER}'
    and case when c.confidential then c.keeper_org = m.org_id and c.reader_users && m.users else (not c.is_natural_person and not c.is_untaken and c.region_id = m.region_id) or c.keeper_org = m.org_id end)
  or exists (select from service_cases s, me() m where s.company_id = p_company and m.roles && '{OFFICER,LIAISON,MANAGER}' and s.reader_orgs @> array[m.org_id]
    and (not s.confidential or s.reader_users && m.users or (s.liaison_orgs @> array[m.org_id] and 'LIAISON' = any (m.roles))))
$$;

-- Whether the organisation knows a company by itself: it keeps it, it is open, or a case of its own brings it along. What somebody else's
-- case lends for the length of an offer is not enough to open a case with, which would keep the company readable for good.
create function may_open_case_for(p_company uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON}'
    and (case when c.confidential then c.keeper_org = m.org_id and c.reader_users && m.users
        else (not c.is_natural_person and not c.is_untaken and c.region_id = m.region_id) or c.keeper_org = m.org_id end
      or exists (select from service_cases s where s.company_id = c.id and s.owner_org = m.org_id and s.deleted_at is null and (not s.confidential or s.reader_users && m.users))))
$$;

-- The keeper changes a company, and who was given a case of it: opening a case of one's own is no right to somebody else's facts.
create function may_change_company(p_company uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from companies c, me() m where c.id = p_company and m.roles && '{OFFICER,LIAISON}'
    and (not c.confidential or c.reader_users && m.users)
    and (c.keeper_org = m.org_id or exists (select from service_cases s join handovers h on h.case_id = s.id
      where s.company_id = c.id and s.owner_org = m.org_id and (not s.confidential or s.reader_users && m.users)
        and h.to_org = m.org_id and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED'))));
end
$$;
grant execute on function may_change_company(uuid), can_read_company(uuid), closed_section(uuid, text) to lotse_app;
`;
