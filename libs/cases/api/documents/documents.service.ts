import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { ChangeDocumentDto, DocumentDto, DocumentPageDto, DocumentQueryDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, AppConfig, checkVersion, Database, DomainError, Storage } from '@lotse/shared/api';
import type { FileKind } from '@lotse/shared/contract';
import { caseActor } from '../case-access';
import { contributesTo, knownCase, readableDocument } from './document-access';
import { DocumentReader } from './document-reader';
import { DOCUMENT_COLUMNS, type DocumentRow, toDocument } from './document-rows';

/** A content on its way to the reader. */
export interface DocumentContent {
  name: string;
  kind: FileKind;
  size: number;
  stream: Readable;
}

/** Documents of a case: reading, naming, saying who reads them, bin. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly storage: Storage,
    private readonly config: AppConfig,
    private readonly reader: DocumentReader,
  ) {}

  list(actor: Actor, caseId: string, { deleted = false }: DocumentQueryDto): Promise<DocumentPageDto> {
    return this.db.as(actor, async (tx) => {
      const acting = caseActor(actor, this.checks);
      const [facts] = await tx.query<{ known: boolean; may_add: boolean; in_bin: number }[]>(
        `select ${knownCase('$5::uuid')} as known, ${contributesTo('$5::uuid')} as may_add,
           (select count(*)::int from documents d where d.case_id = $5 and d.deleted_at is not null and ${readableDocument('d')}) as in_bin`,
        [...acting, caseId],
      );
      if (!facts?.known) throw new DomainError('notFound', 'case.notFound');
      const rows = await tx.query<DocumentRow[]>(
        `select ${DOCUMENT_COLUMNS} from documents d where d.case_id = $5 and (d.deleted_at is not null) = $6::boolean and ${readableDocument('d')}
         order by fold_text(d.name), d.id`,
        [...acting, caseId, deleted],
      );
      const { uploadLimit } = this.config.storage;
      return { items: rows.map(toDocument), total: rows.length, inBin: facts.in_bin, mayAdd: facts.may_add, uploadLimit };
    });
  }

  one(actor: Actor, id: string): Promise<DocumentDto> {
    return this.db.as(actor, (tx) => this.reader.one(tx, actor, id));
  }

  /** A content, from its beginning. Of a document in the bin there is none to read. */
  async content(actor: Actor, id: string, number: number): Promise<DocumentContent> {
    const [row] = await this.db.as(actor, (tx) =>
      tx.query<{ name: string; kind: FileKind; size: string; hash: string }[]>(
        `select d.name, v.kind, v.size, v.hash from documents d join document_versions v on v.document_id = d.id
         where d.id = $5 and v.number = $6::int and d.deleted_at is null and ${readableDocument('d')}`,
        [...caseActor(actor, this.checks), id, number],
      ),
    );
    if (!row) throw new DomainError('notFound', 'document.notFound');
    return { name: row.name, kind: row.kind, size: Number(row.size), stream: await this.storage.open(row.hash) };
  }

  /** New name, other readers, or both. @throws 403 `document.notYours` */
  change(actor: Actor, id: string, version: number, { name, level }: ChangeDocumentDto): Promise<DocumentDto> {
    return this.db.as(actor, async (tx) => {
      const current = await this.#changeable(await this.reader.one(tx, actor, id), version);
      if (current.deletedAt !== null) throw new DomainError('notFound', 'document.notFound');
      await tx.query('select change_document($1, $2, $3, $4)', [id, version, name ?? null, level ?? null]);
      return this.reader.one(tx, actor, id);
    });
  }

  /** Into the bin, for 30 days. */
  async bin(actor: Actor, id: string, version: number): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.#changeable(await this.reader.one(tx, actor, id), version);
      await tx.query('select bin_document($1, $2)', [id, version]);
    });
  }

  restore(actor: Actor, id: string, version: number): Promise<DocumentDto> {
    return this.db.as(actor, async (tx) => {
      await this.#changeable(await this.reader.one(tx, actor, id), version);
      await tx.query('select restore_document($1, $2)', [id, version]);
      return this.reader.one(tx, actor, id);
    });
  }

  /** Who contributes but does not hold the document is told so; who only reads gets the answer of an unknown one. */
  async #changeable(document: DocumentDto, version: number): Promise<DocumentDto> {
    if (this.checks.enabled && !document.mayChange) {
      if (!document.mayAddVersion) throw new DomainError('notFound', 'document.notFound');
      throw new DomainError('forbidden', 'document.notYours');
    }
    checkVersion(document.version, version);
    return document;
  }
}
