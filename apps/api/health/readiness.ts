import { Injectable } from '@nestjs/common';
import { Database, Storage } from '@lotse/shared/api';

const PATIENCE = 2_000;

/** Whether requests should be sent here: not while the database is away, and no more once the program is ending. */
@Injectable()
export class Readiness {
  #draining = false;

  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  /** From now on the answer is no, so that nothing new arrives while the rest is finished. */
  drain(): void {
    this.#draining = true;
  }

  async isReady(): Promise<boolean> {
    if (this.#draining) return false;
    const answered = this.db
      .anonymous((tx) => tx.query('select 1'))
      .then(
        () => true,
        () => false,
      );
    return inTime(answered);
  }

  /** Whether files can be kept and opened. Without them the program still serves, so this makes it no less ready. */
  hasStorage(): Promise<boolean> {
    return inTime(this.storage.isReady());
  }
}

function inTime(answered: Promise<boolean>): Promise<boolean> {
  return Promise.race([answered, new Promise<boolean>((done) => setTimeout(done, PATIENCE, false).unref())]);
}
