import type { DocumentDto, DocumentLevel, DocumentVersionDto } from '@lotse/cases/contract';
import { changeableDocument, contributesTo } from './document-access';

export interface DocumentRow {
  id: string;
  case_id: string;
  name: string;
  level: DocumentLevel;
  owner_org: string;
  owner_org_name: string;
  deleted_at: Date | null;
  version: number;
  may_change: boolean;
  may_add: boolean;
  versions: DocumentVersionDto[];
}

/** Columns of a document `d` with all its contents, newest first. */
export const DOCUMENT_COLUMNS = `d.id, d.case_id, d.name, d.level, d.owner_org, d.deleted_at, d.version,
  (select o.name from organisations o where o.id = d.owner_org) as owner_org_name,
  ${changeableDocument('d')} as may_change, ${contributesTo('d.case_id')} as may_add,
  (select json_agg(json_build_object('number', v.number, 'kind', v.kind, 'size', v.size, 'uploadedByName', v.by_name,
     'uploadedByOrganisationName', (select o.name from organisations o where o.id = v.by_org), 'uploadedAt', v.uploaded_at) order by v.number desc)
   from document_versions v where v.document_id = d.id) as versions`;

export function toDocument(row: DocumentRow): DocumentDto {
  const [newest] = row.versions;
  if (!newest) throw new Error('a document without a content');
  return {
    id: row.id,
    caseId: row.case_id,
    name: row.name,
    level: row.level,
    ownerOrganisationId: row.owner_org,
    ownerOrganisationName: row.owner_org_name,
    kind: newest.kind,
    size: newest.size,
    versions: row.versions.map((one) => ({ ...one, uploadedAt: new Date(one.uploadedAt).toISOString() })),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    mayChange: row.may_change,
    mayAddVersion: row.may_add && row.deleted_at === null,
    version: row.version,
  };
}
