import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BinItemDto, BinKind, BinPageDto, RestoredDto, UndoneDto, UndoOfferDto } from '@lotse/cases/contract';
import { BIN_DAYS } from '@lotse/cases/contract';
import { type Actor, Database, DomainError } from '@lotse/shared/api';
import { CaseReader } from './case-reader';

interface UndoRow {
  subject_id: string;
  refusal: string | null;
}

interface BinRow {
  kind: BinKind;
  id: string;
  title: string;
  file_number: string;
  case_id: string;
  reason: string | null;
  deleted_at: Date;
  deleted_by_name: string;
}

const DAY_MS = 86_400_000;

/** The way back: a step of a moment ago, or what lies in the bin. */
@Injectable()
export class UndoService {
  constructor(
    private readonly db: Database,
    private readonly reader: CaseReader,
  ) {}

  /** What follows in the transaction can be taken back together; answers the id of that step. */
  async open(tx: EntityManager): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>('select open_undo() as id');
    return row?.id ?? '';
  }

  /** @throws undo.notFound, undo.done, undo.expired; undo.changed where nothing of it can be taken back any more */
  undo(actor: Actor, id: string): Promise<UndoneDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<UndoRow[]>('select subject_id, refusal from undo_step($1)', [id]);
      return {
        undone: rows.filter(({ refusal }) => refusal === null).length,
        refused: rows.flatMap(({ subject_id, refusal }) => (refusal === null ? [] : [{ id: subject_id, code: refusal }])),
      };
    });
  }

  /** Only a case nobody else ever saw; every other one is closed. @throws case.notFound, case.wasShared, case.wasClosed, stale */
  deleteCase(actor: Actor, id: string, version: number, reason: string): Promise<UndoOfferDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.own(tx, actor, id);
      const undoId = await this.open(tx);
      await tx.query('select delete_case($1, $2, $3)', [id, version, reason]);
      return { undoId };
    });
  }

  bin(actor: Actor): Promise<BinPageDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<BinRow[]>('select * from bin_items()');
      const items = rows.map((row): BinItemDto => ({
        kind: row.kind,
        id: row.id,
        title: row.title,
        fileNumber: row.file_number,
        caseId: row.case_id,
        reason: row.reason,
        deletedAt: row.deleted_at.toISOString(),
        deletedByName: row.deleted_by_name,
        erasedFrom: new Date(row.deleted_at.getTime() + BIN_DAYS * DAY_MS).toISOString(),
      }));
      return { items, total: items.length };
    });
  }

  /** @throws bin.notFound */
  restore(actor: Actor, id: string): Promise<RestoredDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ kind: BinKind }[]>('select restore_from_bin($1) as kind', [id]);
      if (!row) throw new DomainError('notFound', 'bin.notFound');
      return { kind: row.kind, id };
    });
  }
}
