import { randomUUID } from 'node:crypto';
import { testUrls, type TestPerson, World } from '@lotse/shared/testing';
import { MODES, type Program, startProgram } from './program';
import { buildCast, type Cast, ROLES_IN_ORDER } from './world/cast';
import { DatabaseActor } from './world/database-actor';
import { type Situation, SituationMaker } from './world/situation';

/** Reads server-sent events until it is told to stop. */
class Listener {
  readonly #stop = new AbortController();
  #text = '';
  #ready: Promise<void>;

  constructor(url: string, { token }: TestPerson) {
    this.#ready = this.#open(url, token);
  }

  /** The ids told so far. */
  get ids(): string[] {
    return [...this.#text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
  }

  opened(): Promise<void> {
    return this.#ready;
  }

  close(): void {
    this.#stop.abort();
  }

  async #open(url: string, token: string): Promise<void> {
    const answer = await fetch(`${url}/api/v1/live`, { headers: { cookie: `lotse=${token}` }, signal: this.#stop.signal });
    const body = answer.body;
    if (answer.status !== 200 || !body) throw new Error(`the stream was answered ${answer.status}`);
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of body) this.#text += decoder.decode(chunk as Uint8Array, { stream: true });
    })().catch(() => undefined);
  }
}

describe('what is told live', () => {
  let world: World;
  let db: DatabaseActor;
  let cast: Cast;
  let own: Situation;
  let secret: Situation;
  let offered: Situation;

  beforeAll(async () => {
    const urls = testUrls();
    world = await World.open(urls.admin);
    db = await DatabaseActor.open(urls.app);
    cast = await buildCast(world);
    const maker = new SituationMaker(db, world, cast);
    [own, secret, offered] = [await maker.make('own'), await maker.make('secret'), await maker.make('secretOffered')];
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await world.close();
  });

  /** Changes all three cases, then waits until the stream of who may know everything has told the last of it. */
  async function changesTold(program: Program): Promise<Map<string, string[]>> {
    const listeners = new Map<string, Listener>();
    for (const { group, role, person } of cast.viewers) listeners.set(`${group} ${role}`, new Listener(program.url, person));
    await Promise.all([...listeners.values()].map((listener) => listener.opened()));
    const officer = cast.person('team', 'OFFICER');
    await db.as(officer, 'select ask_about_handover($1, $2)', [offered.handoverId, 'Probe']);
    for (const { caseId } of [secret, offered, own])
      await db.as(officer, 'select set_next_step($1, null, $2, null)', [caseId, randomUUID()]);
    const last = listeners.get('team OFFICER');
    for (let waited = 0; waited < 200 && !last?.ids.includes(own.caseId); waited++) await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => setTimeout(done, 300)); // the others' checks run beside it
    const told = new Map([...listeners].map(([who, listener]) => [who, [...new Set(listener.ids)]]));
    for (const listener of listeners.values()) listener.close();
    return told;
  }

  it.each(MODES)(
    'is told to nobody who may not read it: %s',
    async (mode) => {
      const program = await startProgram(mode);
      const told = await changesTold(program);
      await program.close();
      const names = new Map([
        [own.caseId, 'own'],
        [secret.caseId, 'secret'],
        [offered.caseId, 'offered'],
        [offered.handoverId ?? '', 'handover'],
      ]);
      const nothing = Object.fromEntries(cast.viewers.map(({ group, role }) => [`${group} ${role}`, [] as string[]]));
      const readers = ROLES_IN_ORDER.slice(0, 3);
      expect(Object.fromEntries([...told].map(([who, ids]) => [who, ids.map((id) => names.get(id)).sort()]))).toEqual({
        ...nothing,
        ...Object.fromEntries(readers.map((role) => [`team ${role}`, ['handover', 'offered', 'own', 'secret']])),
        ...Object.fromEntries(readers.map((role) => [`others ${role}`, ['own']])),
        'partner LIAISON': ['handover', 'offered'],
      });
    },
    60_000,
  );
});
