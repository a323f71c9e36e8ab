import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One step of the schema, as TypeORM runs it. */
export interface Migration {
  name: string;
  type: new () => MigrationInterface;
}

/**
 * A migration of plain SQL. Going back is a restore, not a script: steps only add, so an older program keeps working on the newer schema.
 * `row_security = off` turns a policy that would silently hide rows from a backfill into an error.
 */
export function migration(timestamp: number, name: string, ...steps: string[]): Migration {
  const full = `${name}${timestamp}`;
  const type = class implements MigrationInterface {
    name = full;

    async up(db: QueryRunner): Promise<void> {
      await db.query(`set local lock_timeout = '5s'`);
      await db.query(`set local row_security = off`);
      for (const step of steps) await db.query(step);
      await db.query('reset role');
    }

    down(): Promise<void> {
      return Promise.reject(new Error('Restore the backup made before the upgrade.'));
    }
  };
  return { name: full, type };
}
