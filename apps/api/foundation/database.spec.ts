import { setTimeout as sleep } from 'node:timers/promises';
import { AuthDatabase, Database } from '@lotse/shared/api';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);

describe('the door to the database', () => {
  let api: TestApi;
  let db: Database;
  let person: TestPerson;

  beforeAll(async () => {
    api = await testApi([]);
    db = api.app.get(Database);
    person = await api.world.person(await api.world.organisation(await api.world.region()), 'OFFICER');
  });
  afterAll(() => api.close());

  it('shows the actor to the policies for one transaction and leaves nothing behind', async () => {
    const who = () => db.as(person, (tx) => tx.query<{ me: string }[]>('select my_user() as me'));
    expect(await who()).toEqual([{ me: person.userId }]);
    for (let i = 0; i < 12; i++) {
      expect(await db.anonymous((tx) => tx.query('select my_user() as me'))).toEqual([{ me: null }]);
    }
  });

  it('forgets the actor with the transaction, however it ends', async () => {
    const rest = await db.as(person, async (tx) => {
      await tx.query('commit');
      return tx.query(`select current_setting('app.token', true) as token`);
    });
    expect(rest).toEqual([{ token: '' }]);
  });

  it('refuses a token that could end a literal', async () => {
    await expect(db.as({ token: `', true); select 1 --` }, (tx) => tx.query('select 1'))).rejects.toThrow('unknown shape');
  });

  it('undoes everything when the work fails', async () => {
    const key = `undone-${person.userId}`;
    const add = `insert into idempotency_keys (user_id, organisation_id, key, fingerprint) values ($1, my_org(), $2, '')`;
    const failing = db.as(person, async (tx) => {
      await tx.query(add, [person.userId, key]);
      throw new Error('second thoughts');
    });
    await expect(failing).rejects.toThrow('second thoughts');
    expect(await api.world.sql('select from idempotency_keys where key = $1', [key])).toHaveLength(0);
    await db.as(person, (tx) => tx.query(add, [person.userId, key]));
    expect(await api.world.sql('select from idempotency_keys where key = $1', [key])).toHaveLength(1);
  });

  it('nests a transaction of TypeORM as a savepoint instead of ending the outer one', async () => {
    const failing = db.as(person, async (tx) => {
      await tx.transaction((inner) => inner.query('select 1'));
      const [row] = await tx.query<{ token: string }[]>(`select current_setting('app.token') as token`);
      expect(row?.token).toBe(person.token);
      throw new Error('outer');
    });
    await expect(failing).rejects.toThrow('outer');
  });

  it('repeats the whole work after a deadlock, and gives up after five repetitions', async () => {
    let tries = 0;
    const deadlock = `do $$ begin raise exception using errcode = '40P01'; end $$`;
    const result = await db.as(person, async (tx) => {
      if (++tries < 3) await tx.query(deadlock);
      return tries;
    });
    expect(result).toBe(3);
    tries = 0;
    const hopeless = db.anonymous((tx) => (tries++, tx.query(deadlock)));
    await expect(hopeless).rejects.toThrow();
    expect(tries).toBe(6);
  });

  it('does not repeat what will fail again', async () => {
    let tries = 0;
    await expect(db.anonymous((tx) => (tries++, tx.query('select 1/0')))).rejects.toThrow('division by zero');
    expect(tries).toBe(1);
  });

  it('goes on with a new connection when the old one is lost', async () => {
    let tries = 0;
    const result = await db.as(person, async (tx) => {
      const [row] = await tx.query<{ pid: number; me: string }[]>('select pg_backend_pid() as pid, my_user() as me');
      if (++tries === 1) {
        await api.world.sql('select pg_terminate_backend($1)', [row?.pid]);
        await sleep(50);
        await tx.query('select 1');
      }
      return row?.me;
    });
    expect(result).toBe(person.userId);
    expect(tries).toBe(2);
  });

  it('resolves a session, keeps it alive by use and not beyond thirty idle minutes', async () => {
    expect(await db.actorOf(person.token)).toMatchObject({ userId: person.userId, roles: ['OFFICER'] });
    expect(await db.actorOf('x'.repeat(43))).toBeUndefined();
    const idle = (seconds: number) =>
      api.world.sql('update sessions set last_seen_at = $1 where user_id = $2', [secondsAgo(seconds), person.userId]);
    await idle(29 * 60);
    expect(await db.actorOf(person.token)).toBeDefined();
    const [row] = await api.world.sql<{ last_seen_at: Date }>('select last_seen_at from sessions where user_id = $1', [person.userId]);
    expect(Date.now() - Number(row?.last_seen_at)).toBeLessThan(10_000);
    await idle(31 * 60);
    expect(await db.actorOf(person.token)).toBeUndefined();
    await idle(0);
  });

  it('waits neither for locks nor for answers without end', async () => {
    const rows = await db.anonymous((tx) =>
      tx.query<{ name: string; setting: string }[]>(
        `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
      ),
    );
    expect(rows.map(({ name, setting }) => [name, Number(setting)])).toEqual([
      ['idle_in_transaction_session_timeout', 30_000],
      ['lock_timeout', 3_000],
      ['statement_timeout', 15_000],
    ]);
  });

  it('keeps passwords and sessions from the serving role', async () => {
    await expect(db.as(person, (tx) => tx.query('select password_hash from users'))).rejects.toThrow('permission denied');
    await expect(db.as(person, (tx) => tx.query('select token_hash from sessions'))).rejects.toThrow('permission denied');
    await expect(db.as(person, (tx) => tx.query(`select auth_account('x')`))).rejects.toThrow('permission denied');
    await expect(api.app.get(AuthDatabase).anonymous((tx) => tx.query(`select auth_account('x')`))).resolves.toEqual([]);
  });
});
