import { Injectable } from '@nestjs/common';
import { caseActor, ownCase, readableDocument, readableSection } from '@lotse/cases/api';
import { AccessChecks, Database, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { CASE_SECTIONS, type CaseSection } from '@lotse/cases/contract';
import { defaultPreset } from '@lotse/handovers/contract';
import type { HandoverPreviewDto, HandoverPreviewQueryDto, PreviewItemDto } from '@lotse/handovers/contract';
import { readableHandover } from './handover-access';
import { dueFor } from './handover-calendar';
import { previewContent } from './handover-preview-content';
import { sharedSections } from './handover-offers.service';

interface Row {
  title: string;
  contact_name: string | null;
  require_consent: boolean;
  /** Parts a handover may name; the others are for the own organisation or fewer: they go with ownership, with nothing less. */
  shareable: CaseSection[];
  /** Parts the asking person reads: of the others nothing is counted. */
  read: CaseSection[];
  notes: number;
  other_contacts: number;
  company_interactions: number;
  other_offers: number;
  documents: number;
  region_documents: number;
  own_documents: number;
}

/** What would go along with an offer and what would stay, from the case as it is now. */
@Injectable()
export class HandoverPreview {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws case.notFound for a case the own organisation does not own: only an owner can offer it. */
  preview(actor: Actor, caseId: string, query: HandoverPreviewQueryDto): Promise<HandoverPreviewDto> {
    const kind = query.kind ?? 'TRANSFER';
    const named = query.sections?.split(',') as CaseSection[] | undefined;
    const sections = sharedSections(kind, named, query.preset);
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<Row[]>(
        `select c.title, p.first_name || ' ' || p.last_name as contact_name, r.require_consent,
           array(select k.section from case_sections k where k.case_id = c.id and k.level in ('REGION', 'PARTIES')) as shareable,
           array(select k.section from case_sections k where k.case_id = c.id and ${readableSection('k')}) as read,
           (select count(*)::int from interactions i where i.case_id = c.id)
             + (select count(*)::int from follow_ups f where f.case_id = c.id and f.done_at is null and f.kind <> 'RECOVERY') as notes,
           (select count(*)::int from contact_persons o where o.company_id = c.company_id and o.owner_org = $1
             and o.id is distinct from c.contact_person_id) as other_contacts,
           (select count(*)::int from interactions i where i.company_id = c.company_id and i.case_id is null and i.owner_org = $1)
             as company_interactions,
           (select count(*)::int from handovers h where h.case_id = c.id and ${readableHandover('h')}
             and h.to_org is distinct from $6::uuid) as other_offers,
           (select count(*)::int from documents d where d.case_id = c.id and d.deleted_at is null and d.level in ('REGION', 'PARTIES')
             and ${readableDocument('d')}) as documents,
           (select count(*)::int from documents d where d.case_id = c.id and d.deleted_at is null and d.level = 'REGION'
             and ${readableDocument('d')}) as region_documents,
           (select count(*)::int from documents d where d.case_id = c.id and d.deleted_at is null and d.level in ('ORGANISATION', 'PERSON')
             and ${readableDocument('d')}) as own_documents
         from service_cases c join regions r on r.id = c.region_id left join contact_persons p on p.id = c.contact_person_id
         where c.id = $5 and ${ownCase('c')}`,
        [...caseActor(actor, this.checks), caseId, query.toOrganisationId ?? null],
      );
      const content = await previewContent(tx, [...caseActor(actor, this.checks), caseId]);
      if (!row || !content) throw new DomainError('notFound', 'case.notFound');
      const due = await dueFor(tx, query.toOrganisationId ?? actor.organisationId);
      const stubOnly = row.require_consent && (query.basis ?? 'TASK') === 'TASK';
      const seen = (section: CaseSection): PreviewItemDto['seen'] =>
        sections.includes(section) && row.shareable.includes(section)
          ? stubOnly
            ? 'ACCEPTANCE'
            : 'OFFER'
          : kind === 'TRANSFER'
            ? 'ACCEPTANCE'
            : 'NEVER';
      const counts: Partial<Record<CaseSection, Pick<PreviewItemDto, 'count' | 'sample'>>> = {
        MASTER: { count: null, sample: row.title },
        CONTACTS: { count: row.contact_name ? 1 : 0, sample: row.contact_name },
        NOTES: { count: row.notes, sample: null },
        DOCUMENTS: { count: row.documents, sample: null },
      };
      return {
        kind,
        preset: named ? null : (query.preset ?? defaultPreset(kind)),
        sections,
        stubOnly,
        ...due,
        content,
        items: [
          ...CASE_SECTIONS.map((part) => ({
            part,
            seen: seen(part),
            ...((row.read.includes(part) && counts[part]) || { count: null, sample: null }),
          })),
          // Read by everybody who reads anything of the case, also where its documents are not shared.
          ...(row.region_documents > 0 && !sections.includes('DOCUMENTS') && row.shareable.includes('DOCUMENTS')
            ? [{ part: 'REGION_DOCUMENTS' as const, seen: seen('MASTER'), count: row.region_documents, sample: null }]
            : []),
          { part: 'OWN_DOCUMENTS', seen: 'NEVER', count: row.own_documents, sample: null },
          { part: 'COMPANY_INTERACTIONS', seen: 'NEVER', count: row.company_interactions, sample: null },
          { part: 'OTHER_CONTACTS', seen: 'NEVER', count: row.other_contacts, sample: null },
          { part: 'OTHER_OFFERS', seen: 'NEVER', count: row.other_offers, sample: null },
        ],
      };
    });
  }
}
