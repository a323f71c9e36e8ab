import { CONFIDANTS, readableCase, readableSection, readableStub, sectionOfFew, writableSection } from '../case-access';

/** What `caseActor` gives stands as the first four parameters of every query that uses these. */
const inCase = (d: string): string => `exists (select 1 from service_cases c where c.id = ${d}.case_id and ${readableCase('c')})`;

/** The documents of the own case are kept for officer and team, and the person is none of them. */
const keptForOthers = (d: string): string => `exists (select 1 from case_sections s join service_cases o on o.id = s.case_id
  where s.case_id = ${d}.case_id and s.section = 'DOCUMENTS' and s.level = 'PERSON' and o.owner_org = $1::uuid and not ${sectionOfFew('s')})`;

/** Documents the person reads, in the bin or not: said a second time, apart from the policies. */
const readable = (d: string): string => `($4::boolean or (${d}.level = 'PERSON' or not ${keptForOthers(d)}) and case
    when ${d}.level = 'REGION' then ${inCase(d)} and (${d}.owner_org = $1::uuid
      or exists (select 1 from service_cases o where o.id = ${d}.case_id and o.owner_org = $1::uuid)
      or not exists (select 1 from case_sections s where s.case_id = ${d}.case_id and s.section = 'DOCUMENTS' and s.level in ('ORGANISATION', 'PERSON')))
    when ${d}.level = 'PARTIES' then ${inCase(d)} and exists (select 1 from case_sections s
      where s.case_id = ${d}.case_id and s.section = 'DOCUMENTS' and ${readableSection('s')})
    else ${d}.owner_org = $1::uuid and (${d}.level = 'ORGANISATION' or (${d}.owner_user = $2::uuid and ${d}.owner_user = any (${CONFIDANTS}))) and (${inCase(d)}
      or exists (select 1 from case_stubs t where t.case_id = ${d}.case_id and ${readableStub('t')})) end)`;

/** The person may add documents to the case, and newer contents to those they read. */
export const contributesTo = (caseId: string): string =>
  `exists (select 1 from service_cases c join case_sections s on s.case_id = c.id and s.section = 'DOCUMENTS'
    where c.id = ${caseId} and ${readableCase('c')} and ${writableSection('s')})`;

/** The person may rename it, say who reads it, delete it and take it back. */
export const changeableDocument = (d: string): string =>
  `(${readable(d)} and ${contributesTo(`${d}.case_id`)} and (${d}.owner_org = $1::uuid or $4::boolean or (${d}.level in ('REGION', 'PARTIES')
    and exists (select 1 from service_cases o where o.id = ${d}.case_id and o.owner_org = $1::uuid))))`;

/** Documents the person reads; those in the bin only where they may be taken back. */
export const readableDocument = (d: string): string =>
  `(${d}.removed_at is null and ${readable(d)} and (${d}.deleted_at is null or ${changeableDocument(d)}))`;

/** Events about a document are for those who read it now; of other events this says nothing. */
export const readableDocumentEvent = (e: string): string =>
  `(${e}.section <> 'DOCUMENTS' or ${e}.data ->> 'documentId' is null or exists (select 1 from documents d
    where d.id = (${e}.data ->> 'documentId')::uuid and ${readable('d')}))`;

/** The case, or what is left of it to a former owner, is there for the person. */
export const knownCase = (id: string): string =>
  `(exists (select 1 from service_cases c where c.id = ${id} and ${readableCase('c')})
    or exists (select 1 from case_stubs t where t.case_id = ${id} and ${readableStub('t')}))`;
