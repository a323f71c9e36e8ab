import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseDto } from '@lotse/cases/contract';
import { type Actor, checkVersion, Database, sqlState } from '@lotse/shared/api';
import { CaseReader } from './case-reader';

/** What a change does within its transaction; answers what it made different, for readers who lose sight of the case by it. */
export type CaseChange = (tx: EntityManager, current: CaseDto) => Promise<Partial<CaseDto>>;

/** Changes of a case under If-Match. Whoever is too late is told the stored values, so that the page can show both. */
@Injectable()
export class CaseChanges {
  constructor(
    private readonly db: Database,
    private readonly reader: CaseReader,
  ) {}

  async change(actor: Actor, id: string, version: number, work: CaseChange): Promise<CaseDto> {
    try {
      return await this.attempt(actor, id, version, work);
    } catch (error) {
      // Somebody was faster between our look and our lock: look again, to tell what is stored now.
      if (sqlState(error) === 'LT412') return this.attempt(actor, id, version, work);
      throw error;
    }
  }

  private attempt(actor: Actor, id: string, version: number, work: CaseChange): Promise<CaseDto> {
    return this.db.as(actor, async (tx) => {
      const current = await this.reader.own(tx, actor, id);
      checkVersion(current.version, version, current);
      const changed = await work(tx, current);
      const stored = await this.reader.find(tx, actor, id);
      return stored ? { ...stored, ...(changed.undoId && { undoId: changed.undoId }) } : { ...current, ...changed };
    });
  }
}
