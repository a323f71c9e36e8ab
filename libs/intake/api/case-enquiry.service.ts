import { Injectable } from '@nestjs/common';
import { caseActor, readableCase, readableSection } from '@lotse/cases/api';
import { CONSENT_TEXTS, type EnquiryDto, type EnquiryType } from '@lotse/intake/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';

interface Row {
  id: string;
  case_id: string;
  type: EnquiryType;
  company_name: string;
  first_name: string;
  last_name: string;
  email: string;
  phone: string | null;
  postal_code: string | null;
  place: string | null;
  area_sqm: number | null;
  message: string;
  language: 'de' | 'en';
  consent_version: string;
  consent_at: Date;
  received_at: Date;
  contact_name: string;
  organisation: string;
  untaken: boolean;
}

const FIND = `select e.*, o.name as organisation,
    exists (select from service_cases c join companies k on k.id = c.company_id where c.id = e.case_id and k.is_untaken) as untaken
  from enquiries e join organisations o on o.id = e.received_by
  where e.case_id = $5 and exists (select from service_cases c where c.id = e.case_id and ${readableCase('c')})
    and exists (select from case_sections s where s.case_id = e.case_id and s.section = 'CONTACTS' and ${readableSection('s')})
    and exists (select from case_sections s where s.case_id = e.case_id and s.section = 'NOTES' and ${readableSection('s')})`;

/** The enquiry a case began with, for those who read its contacts and notes. */
@Injectable()
export class CaseEnquiry {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 where there is none, or none for this person */
  of(actor: Actor, caseId: string): Promise<EnquiryDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await prepared<Row>(tx, FIND, [...caseActor(actor, this.checks), caseId]);
      if (!row) throw new DomainError('notFound', 'enquiry.notFound');
      return toDto(row);
    });
  }
}

const toDto = (row: Row): EnquiryDto => ({
  id: row.id,
  caseId: row.case_id,
  type: row.type,
  companyName: row.company_name,
  firstName: row.first_name,
  lastName: row.last_name,
  email: row.email,
  phone: row.phone,
  postalCode: row.postal_code,
  place: row.place,
  areaSqm: row.area_sqm,
  message: row.message,
  language: row.language,
  consentVersion: row.consent_version,
  consentText: CONSENT_TEXTS[row.consent_version]?.[row.language] ?? null,
  consentAt: row.consent_at.toISOString(),
  receivedAt: row.received_at.toISOString(),
  organisationName: row.organisation,
  contactName: row.contact_name,
  companyUntaken: row.untaken,
});
