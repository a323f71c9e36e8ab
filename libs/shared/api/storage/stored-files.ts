import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../config';
import { JobsDatabase } from '../database/database';
import { DomainError } from '../errors/domain-error';
import { Storage, type TakenFile } from './storage';

const GRACE_MS = 24 * 3600 * 1000;
const AT_ONCE = 200;

/**
 * Which stored files are needed. A table that names a file has a column `hash text references stored_files`; the foreign key alone
 * keeps the file, so no domain has to say anything else.
 */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly storage: Storage,
    private readonly jobs: JobsDatabase,
    private readonly config: AppConfig,
  ) {}

  /**
   * Writes a file down that was put into the storage. In the same transaction, before the row that names it.
   * @throws DomainError 422 `file.quotaExceeded` with `used`, `limit` and `size` in bytes, where the organisation has no room for it
   */
  async keep(tx: EntityManager, { hash, size, kind }: TakenFile): Promise<void> {
    await tx.query('select require_room($1, $2)', [size, this.config.storage.quota]);
    await tx.query('select keep_file($1, $2, $3)', [hash, size, kind]);
    // The statement has waited for a clean-up of the same content; what that took away has to be sent again.
    if (!(await this.storage.has(hash))) throw new DomainError('unavailable', 'file.storageAway', { retryAfter: 1 });
  }

  /** Removes files that nothing has named for a day, and what arrived by halves; returns how many files. */
  async sweep(before = new Date(Date.now() - GRACE_MS)): Promise<number> {
    await this.storage.forgetIncoming(before);
    let removed = 0;
    let hashes: string[] = [];
    for await (const { hash, keptAt } of this.storage.list()) {
      if (keptAt < before) hashes.push(hash);
      if (hashes.length < AT_ONCE) continue;
      removed += await this.#forget(hashes, before);
      hashes = [];
    }
    return removed + (await this.#forget(hashes, before));
  }

  /** The rows stay locked until their files are gone: whoever keeps the same content meanwhile waits, and notices. */
  async #forget(hashes: string[], before: Date): Promise<number> {
    if (hashes.length === 0) return 0;
    return this.jobs.anonymous(async (tx) => {
      const free: { hash: string }[] = await tx.query('select hash from forget_files($1, $2) as hash', [hashes, before]);
      let removed = 0;
      for (const { hash } of free) {
        const keptAt = await this.storage.keptAt(hash);
        if (keptAt === undefined || keptAt >= before) continue;
        await this.storage.remove(hash);
        removed++;
      }
      return removed;
    });
  }
}
