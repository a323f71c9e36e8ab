import { setTimeout as sleep } from 'node:timers/promises';
import { LiveHub, LiveStreams, LiveTopics } from '@lotse/shared/api';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';

const VISIBLE = '0197b1a2-0000-7000-8000-000000000001';
const HIDDEN = '0197b1a2-0000-7000-8000-000000000002';

/** Opens a stream and reads it until it ends; `events` grows meanwhile. */
async function listen(api: TestApi, { token }: { token: string }) {
  const events: unknown[] = [];
  const response = await fetch(`${api.url}/api/v1/live`, { headers: { cookie: `lotse=${token}` } });
  const read = async () => {
    let text = '';
    for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)));
    }
    return 'ended';
  };
  return { events, done: read() };
}

async function until(condition: () => boolean, patience = 5000): Promise<void> {
  for (const end = Date.now() + patience; !condition() && Date.now() < end;) await sleep(20);
}

describe('telling changes live', () => {
  let api: TestApi;
  let ours: TestOrganisation;
  let person: TestPerson;
  let stranger: TestPerson;
  const tell = (topic: string, id: string, organisations: string[]) =>
    api.world.sql('select notify_live($1, $2, $3)', [topic, id, organisations]);

  beforeEach(async () => {
    api = await testApi([]);
    const region = await api.world.region();
    ours = await api.world.organisation(region);
    person = await api.world.person(ours, 'OFFICER');
    stranger = await api.world.person(await api.world.organisation(region), 'OFFICER');
    api.app.get(LiveTopics).register('thing', async (tx, id, reader) => {
      const [row] = await tx.query<{ me: string }[]>('select my_user() as me');
      return row?.me === reader.userId && id === VISIBLE;
    });
  });
  afterEach(() => api.close());

  it('tells people of the organisations named, and only of rows they may see', async () => {
    const mine = await listen(api, person);
    const theirs = await listen(api, stranger);
    await tell('thing', HIDDEN, [ours.id]);
    await tell('nobody.registered', VISIBLE, [ours.id]);
    await tell('thing', VISIBLE, [ours.id]);
    await until(() => mine.events.length > 0);
    await sleep(300);
    expect(mine.events).toEqual([{ topic: 'thing', id: VISIBLE }]);
    expect(theirs.events).toEqual([]);
  });

  it('says nothing of what is rolled back', async () => {
    const mine = await listen(api, person);
    await api.world.sql('begin');
    await tell('thing', VISIBLE, [ours.id]);
    await api.world.sql('rollback');
    await tell('thing', VISIBLE, [ours.id]);
    await until(() => mine.events.length > 0);
    await sleep(100);
    expect(mine.events).toHaveLength(1);
  });

  it('ends with the session, and does not keep it alive', async () => {
    api.app.get(LiveStreams).heartbeat = 50;
    const mine = await listen(api, person);
    await sleep(200);
    const [before] = await api.world.sql('select last_seen_at from sessions where user_id = $1', [person.userId]);
    await sleep(200);
    const [after] = await api.world.sql('select last_seen_at from sessions where user_id = $1', [person.userId]);
    expect(after).toEqual(before);
    await api.world.sql('update sessions set revoked_at = now() where user_id = $1', [person.userId]);
    expect(await Promise.race([mine.done, sleep(3000, 'still open')])).toBe('ended');
  });

  it('listens again after its connection was lost', async () => {
    const mine = await listen(api, person);
    await api.world.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lotse live' and datname = current_database()`,
    );
    for (const end = Date.now() + 5000; mine.events.length === 0 && Date.now() < end;) {
      await sleep(100);
      await tell('thing', VISIBLE, [ours.id]);
    }
    expect(mine.events[0]).toEqual({ topic: 'thing', id: VISIBLE });
  });

  it('ends when the program does', async () => {
    const mine = await listen(api, person);
    api.app.get(LiveHub).endStreams();
    expect(await Promise.race([mine.done, sleep(3000, 'still open')])).toBe('ended');
  });

  it('asks to sign in', async () => {
    expect((await api.anonymous.get('/live')).status).toBe(401);
  });
});
