import { testUrls, type TestPerson, World } from '@lotse/shared/testing';
import type { Role } from '@lotse/shared/contract';
import { COLLECTION_ROUTES, STAFF_ROUTES } from './expectations/other-routes';
import { type Answer, callOf, CALLS, neutral, send } from './matrix/calls';
import { BODIES } from './matrix/collections';
import { inParallel } from './matrix/in-parallel';
import { MatrixWorld } from './matrix/world';
import { type Mode, MODES, type Program, startProgram } from './program';
import { canariesIn } from './world/canary';
import { type Situation, SITUATIONS, STORIES } from './world/situation';

const VIEWED: readonly Role[] = ['OFFICER', 'LIAISON', 'MANAGER'];
const PRIVATE = new Set(['GET /cases/{id}/mute', 'GET /cases/{id}/presence', 'GET /cases/confidential-count']);
const UNKNOWN = '0191f07e-34c8-7e8d-a42f-6f4a1e2e64ca';
/** Leave the view; the specs of the session ask them. */
const WAYS_OUT = new Set(['DELETE /session', 'DELETE /session/view-as']);

/** Asks what would be and changes nothing: the policies have nothing to refuse. */
const ONLY_ASKS = new Set(['POST /calendar-entries/preview']);

interface View {
  role: Role;
  /** Whose view it is, in the team of everything confidential. */
  person: TestPerson;
  /** The session of the administrator who looks at it. */
  viewer: { token: string };
}

let world: MatrixWorld;
let plain: World;
let views: View[];
const programs = new Map<Mode, Program>();
const program = (mode: Mode) => programs.get(mode) as Program;

beforeAll(async () => {
  [world, plain] = [await MatrixWorld.open(), await World.open(testUrls().admin)];
  for (const mode of MODES) programs.set(mode, await startProgram(mode));
  views = [];
  for (const role of VIEWED) {
    const person = world.cast.person('team', role);
    const administrator = await plain.person(world.cast.houses.home, 'ADMINISTRATOR');
    const { headers } = await program('normal').as(administrator).post('/session/view-as', { userId: person.userId, reason: 'Probe' });
    views.push({ role, person, viewer: { token: /lotse=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '' } });
  }
}, 120_000);
afterAll(async () => {
  for (const each of programs.values()) await each.close();
  await plain.close();
  await world.close();
});

const isGet = (route: string) => route.startsWith('GET ');
const reads = Object.keys(CALLS).filter(isGet);
const secret = SITUATIONS.filter((name) => STORIES[name].confidential);
const open = SITUATIONS.filter((name) => !STORIES[name].confidential);
/** With one layer alone the view of a liaison says it all: nobody is told more in confidence. */
const viewsIn = (mode: Mode) => views.filter(({ role }) => mode === 'normal' || role === 'LIAISON');
const with_ = <A, B>(one: readonly A[], other: readonly B[]) => one.flatMap((a) => other.map((b) => [a, b] as const));

/** What was answered; ages go on while one reads. */
const told = (answer: Answer) =>
  JSON.stringify(neutral(answer), (key, value: unknown) => (key === 'ageSeconds' || key === 'to' ? null : value));

function ask(mode: Mode, by: { token: string }, route: string, situation: Situation): Promise<Answer> | undefined {
  const id = situation[callOf(route).subject];
  return id === undefined ? undefined : send(program(mode).as(by), route, { id });
}

it.each(MODES)(
  'shows of what is not confidential what the person sees: %s',
  async (mode) => {
    const routes = reads.filter((route) => !PRIVATE.has(route));
    const asked = with_(with_(viewsIn(mode), routes), mode === 'normal' ? open : (['own', 'offered'] as const));
    const findings = await inParallel(asked, async ([[{ role, viewer, person }, route], name]) => {
      const situation = world.situations[name];
      const [seen, own] = await Promise.all([ask(mode, viewer, route, situation), ask(mode, person, route, situation)]);
      return !seen || !own || told(seen) === told(own) ? [] : [`${role} ${route} · ${name}: ${told(seen)} – ${told(own)}`];
    });
    expect(findings).toEqual([]);
  },
  120_000,
);

it.each(MODES)(
  'shows nothing confidential, by no door, and not that it exists: %s',
  async (mode) => {
    const rows = await inParallel(with_(viewsIn(mode), reads), async ([{ role, viewer }, route]) => {
      const unknown = told(await send(program(mode).as(viewer), route, { id: UNKNOWN }));
      const seen = await Promise.all(secret.map(async (name) => ask(mode, viewer, route, world.situations[name])));
      return seen.flatMap((answer, n) => (answer && told(answer) !== unknown ? [`${role} ${route} · ${secret[n]}: ${answer.status}`] : []));
    });
    expect(rows).toEqual([]);
    const lists = [...COLLECTION_ROUTES.keys()].filter((route) => isGet(route) && !['GET /live', 'GET /drafts/{key}'].includes(route));
    const found = await inParallel(with_(viewsIn(mode), lists), async ([{ role, viewer }, route]) => {
      const { body } = await send(program(mode).as(viewer), route, { id: '' });
      const texts = canariesIn(body).filter((text) => secret.some((name) => text.startsWith(`${name}/`)));
      return texts.map((text) => `${role} ${route} shows ${text}`);
    });
    expect(found).toEqual([]);
  },
  120_000,
);

it('counts and lists what the person has, without what is confidential', async () => {
  for (const { person, viewer } of views) {
    const list = async (by: { token: string }) =>
      (await program('normal').as(by).get<{ total: number; items: { id: string; confidential: boolean }[] }>('/cases?size=200')).body;
    const [seen, own] = [await list(viewer), await list(person)];
    const expected = own.items.filter(({ confidential }) => !confidential);
    expect(expected.length).toBeGreaterThan(0);
    expect(seen.items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(seen.total).toBe(own.total - own.items.filter(({ confidential }) => confidential).length);
  }
});

it.each(MODES)(
  'refuses everything that changes something: %s',
  async (mode) => {
    const before = await world.digest();
    const routes = [...Object.keys(CALLS), ...COLLECTION_ROUTES.keys(), ...STAFF_ROUTES.keys()].filter(
      (route) => !isGet(route) && !WAYS_OUT.has(route),
    );
    expect(routes.length).toBeGreaterThan(70);
    const facts = { situation: world.situations.offered, cast: world.cast, group: 'team' as const };
    const findings = await inParallel(with_(viewsIn(mode), routes), async ([view, route]) => {
      const call = CALLS[route];
      const id = (call && world.situations.own[call.subject]) ?? world.situations.offered[call?.subject ?? 'caseId'] ?? '';
      const version = call && (await world.versionOf(call, id));
      const sent = call?.body?.(facts) ?? BODIES[route]?.({ group: 'team', role: view.role, person: view.person }, world.cast);
      const { status, body } = await send(program(mode).as(view.viewer), route, { id, version, body: sent });
      const { code } = (body ?? {}) as { code?: string };
      const isRefused =
        mode === 'policies only' ? (status >= 400 && status < 500) || ONLY_ASKS.has(route) : status === 403 && code === 'viewAs.readOnly';
      return isRefused ? [] : [`${view.role} ${route}: ${status} ${code}`];
    });
    expect(findings).toEqual([]);
    expect(await world.digest()).toEqual(before);
  },
  120_000,
);

it('keeps back what is told to the person alone', async () => {
  const routes = [
    ...PRIVATE,
    'GET /drafts',
    'GET /notifications',
    'GET /notifications/count',
    'GET /notification-digest',
    'GET /session/viewings',
  ];
  for (const { viewer, role } of views) {
    for (const route of routes) {
      const { status, body } = await send(program('normal').as(viewer), route, { id: world.situations.own.caseId });
      const isForManagers = route === 'GET /cases/confidential-count' && role !== 'MANAGER';
      expect([route, status, (body as { code: string }).code]).toEqual([route, 403, isForManagers ? 'forbidden' : 'viewAs.private']);
    }
  }
});
