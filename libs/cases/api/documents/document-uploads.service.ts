import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DEFAULT_DOCUMENT_LEVEL, type UploadedDocumentDto, type UploadQueryDto } from '@lotse/cases/contract';
import {
  AccessChecks,
  type Actor,
  AppConfig,
  checkVersion,
  Database,
  DomainError,
  Storage,
  StoredFiles,
  type TakenFile,
} from '@lotse/shared/api';
import { DocumentReader } from './document-reader';

/**
 * Takes files. First who sends it, then all of its content into the storage, then the rows that name it, which ask once more:
 * a case may be handed over while a file is on its way.
 */
@Injectable()
export class DocumentUploads {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly storage: Storage,
    private readonly files: StoredFiles,
    private readonly config: AppConfig,
    private readonly reader: DocumentReader,
  ) {}

  /** A content the case has already is not added a second time. */
  async add(
    actor: Actor,
    caseId: string,
    { name, level = DEFAULT_DOCUMENT_LEVEL }: UploadQueryDto,
    request: Request,
  ): Promise<UploadedDocumentDto> {
    await this.db.as(actor, (tx) => this.reader.requireContributor(tx, actor, caseId));
    const file = await this.#take(request);
    return this.db.as(actor, async (tx) => {
      await this.reader.requireContributor(tx, actor, caseId);
      await this.files.keep(tx, file);
      const [row] = await tx.query<{ id: string; is_new: boolean }[]>('select * from add_document($1, $2, $3, $4, $5, $6, $7)', [
        randomUUID(),
        caseId,
        name,
        level,
        file.hash,
        file.size,
        file.kind,
      ]);
      if (!row) throw new DomainError('notFound', 'case.notFound');
      return { ...(await this.reader.one(tx, actor, row.id)), isSame: !row.is_new };
    });
  }

  /** A newer content of a document. */
  async addVersion(actor: Actor, id: string, version: number, request: Request): Promise<UploadedDocumentDto> {
    const check = async (tx: Parameters<Parameters<Database['as']>[1]>[0]) => {
      const document = await this.reader.one(tx, actor, id);
      if (this.checks.enabled && !document.mayAddVersion) throw new DomainError('notFound', 'document.notFound');
      checkVersion(document.version, version);
    };
    await this.db.as(actor, check);
    const file = await this.#take(request);
    return this.db.as(actor, async (tx) => {
      await check(tx);
      await this.files.keep(tx, file);
      const [row] = await tx.query<{ added: boolean }[]>('select add_document_version($1, $2, $3, $4, $5) as added', [
        id,
        version,
        file.hash,
        file.size,
        file.kind,
      ]);
      return { ...(await this.reader.one(tx, actor, id)), isSame: row?.added === false };
    });
  }

  /** What says beforehand that it is too large is not read at all. */
  #take(request: Request): Promise<TakenFile> {
    const limit = this.config.storage.uploadLimit;
    return this.storage.put(request, { limit, announced: Number(request.headers['content-length'] ?? 0) });
  }
}
