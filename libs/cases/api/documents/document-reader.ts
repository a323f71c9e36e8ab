import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, DomainError } from '@lotse/shared/api';
import { caseActor } from '../case-access';
import { contributesTo, readableDocument } from './document-access';
import { DOCUMENT_COLUMNS, type DocumentRow, toDocument } from './document-rows';

/** Reads documents within a running transaction. Unknown and foreign ones are the same. */
@Injectable()
export class DocumentReader {
  constructor(private readonly checks: AccessChecks) {}

  /** @throws 404 unless the person reads it */
  async one(tx: EntityManager, actor: Actor, id: string): Promise<DocumentDto> {
    const [row] = await tx.query<DocumentRow[]>(
      `select ${DOCUMENT_COLUMNS} from documents d where d.id = $5 and ${readableDocument('d')}`,
      [...caseActor(actor, this.checks), id],
    );
    if (!row) throw new DomainError('notFound', 'document.notFound');
    return toDocument(row);
  }

  /** @throws 404 unless the person may add documents to the case */
  async requireContributor(tx: EntityManager, actor: Actor, caseId: string): Promise<void> {
    const [row] = await tx.query<{ may: boolean }[]>(`select ${contributesTo('$5::uuid')} as may`, [
      ...caseActor(actor, this.checks),
      caseId,
    ]);
    if (!row?.may) throw new DomainError('notFound', 'case.notFound');
  }
}
