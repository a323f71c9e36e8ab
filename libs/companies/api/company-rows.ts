import type { IndustryVersion, SizeClass } from '@lotse/companies/contract';

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
