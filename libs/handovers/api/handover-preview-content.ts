import type { EntityManager } from 'typeorm';
import { COMPANY_NAME, ownCase, readableDocument, readableSection } from '@lotse/cases/api';
import type { PreviewContentDto } from '@lotse/handovers/contract';

const READS = `exists (select from case_sections s where s.case_id = c.id and ${readableSection('s')} and s.section =`;
const READS_NOTES = `${READS} 'NOTES')`;

/** What others would read of an own case, from how it is now. A call-back after a poor grade is the owner's alone, so it is not among it. */
const CONTENT = `select c.file_number as "fileNumber", c.type, c.status, c.title, ${COMPANY_NAME} as "companyName",
  (select m.name from establishments e join municipalities m on m.ags = e.ags where e.company_id = c.company_id
    order by e.is_main desc, e.created_at, e.id limit 1) as municipality,
  (select p.first_name || ' ' || p.last_name from contact_persons p where p.id = c.contact_person_id and ${READS} 'CONTACTS')) as "contactName",
  coalesce((select json_agg(n) from (select (i.occurred_at at time zone 'Europe/Berlin')::date::text as "on", left(split_part(i.text, E'\\n', 1), 160) as text
    from interactions i where i.case_id = c.id and ${READS_NOTES} order by i.occurred_at desc, i.id desc limit 5) n), '[]') as notes,
  coalesce((select json_agg(n) from (select f.due_on::text as "on", left(f.title, 160) as text
    from follow_ups f where f.case_id = c.id and f.done_at is null and f.deleted_at is null and f.kind <> 'RECOVERY' and ${READS_NOTES}
    order by f.due_on, f.id limit 5) n), '[]') as "followUps",
  coalesce((select json_agg(n) from (select d.name, d.level = 'REGION' as "withAnyPart" from documents d
    where d.case_id = c.id and d.deleted_at is null and d.level in ('REGION', 'PARTIES') and ${readableDocument('d')}
    order by d.name, d.id limit 20) n), '[]') as documents
  from service_cases c left join companies co on co.id = c.company_id
  where c.id = $5 and ${ownCase('c')}`;

/** The content of an offer of an own case. The parameters are those of `caseActor` and the id of the case. */
export async function previewContent(tx: EntityManager, parameters: readonly unknown[]): Promise<PreviewContentDto | undefined> {
  const [row] = await tx.query<PreviewContentDto[]>(CONTENT, [...parameters]);
  return row;
}
