import type { CompanyTeamMemberDto, IndustryVersion, SizeClass } from '@lotse/companies/contract';

/** A company with its places and people, as one query answers it; dates of the inner lists are texts already. */
export interface CompanyRow {
  id: string;
  name: string;
  legal_form: string | null;
  is_natural_person: boolean;
  confidential: boolean;
  project_name: string | null;
  industry_code: string | null;
  industry_version: IndustryVersion | null;
  size_class: SizeClass | null;
  register_court: string | null;
  register_number: string | null;
  vat_id: string | null;
  economic_id: string | null;
  website: string | null;
  keeper_org: string;
  keeper: string;
  may_change: boolean;
  may_release: boolean;
  team: CompanyTeamMemberDto[];
  last_contact_at: Date | null;
  created_at: Date;
  updated_at: Date;
  version: number;
}

/** The fields of `EstablishmentDto` from `establishments b left join municipalities m`. */
export const ESTABLISHMENT = `b.id, b.company_id as "companyId", b.name, b.street, b.house_number as "houseNumber", b.postal_code as "postalCode", b.place,
  b.ags, m.name as municipality, b.municipality_source as "municipalitySource", b.municipality_reason as "municipalityReason", b.is_main as "isMain", b.version`;

/** The fields of `ContactPersonDto` from `contact_persons p`. */
export const CONTACT = `p.id, p.company_id as "companyId", p.first_name as "firstName", p.last_name as "lastName", p.position, p.email, p.phone, p.language,
  p.survey_notice_on::text as "surveyNoticeOn", p.survey_objected_on::text as "surveyObjectedOn", p.owner_org as "organisationId", p.version`;

/**
 * The names of those in the team of `companies c` who can read it, for one of them; nobody else learns who they are. People who left the
 * organisation or hold no role that reads companies are in no team.
 */
export const TEAM = `coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
  from memberships s join users u on u.id = s.user_id
  where c.confidential and c.keeper_org = my_org() and c.reader_users && my_users() and s.organisation_id = c.keeper_org and s.user_id = any (c.reader_users)
    and s.is_active and u.is_active and s.roles && '{OFFICER,LIAISON,MANAGER}'), '[]')`;
