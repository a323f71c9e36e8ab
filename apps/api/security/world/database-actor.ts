import { Client } from 'pg';

/** Text of the program, for the rule against foreign SQL. */
export type SqlText = string;

/** Statements as the serving role on behalf of a person: how the worlds of these specs come about, by the same functions and policies. */
export class DatabaseActor {
  /** One connection, one transaction at a time. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: Client) {}

  static async open(appUrl: string): Promise<DatabaseActor> {
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    return new DatabaseActor(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** One statement in a transaction of its own; answers its first row. */
  as<T extends object>(person: { token: string } | undefined, text: SqlText, values: unknown[] = []): Promise<T | undefined> {
    const next = this.#last.then(() => this.#transaction<T>(person, text, values));
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** The same, taken back in any case; undefined when the database refuses it. */
  try<T extends object>(person: { token: string }, text: SqlText, values: unknown[] = []): Promise<T | undefined> {
    const next = this.#last.then(() => this.#transaction<T>(person, text, values, 'rollback')).catch(refused);
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #transaction<T extends object>(
    person: { token: string } | undefined,
    text: SqlText,
    values: unknown[],
    end: SqlText = 'commit',
  ): Promise<T | undefined> {
    await this.client.query('begin');
    try {
      await this.client.query(`select set_config('app.token', $1, true)`, [person?.token ?? '']);
      const { rows } = await this.client.query<T>(text, values);
      await this.client.query(end);
      return rows[0];
    } catch (error) {
      await this.client.query('rollback');
      throw error;
    }
  }
}

/** Missing right, or a refusal of our own rules; anything else is a fault of the spec. */
function refused(error: unknown): undefined {
  const { code = '' } = error as { code?: string };
  if (code !== '42501' && !code.startsWith('LT')) throw error;
}
