import { randomUUID } from 'node:crypto';
import { CASE_SECTIONS } from '@lotse/cases/contract';
import type { CaseDto } from '@lotse/cases/contract';
import { testUrls, type TestPerson, World } from '@lotse/shared/testing';
import { COLLECTION_ROUTES } from './expectations/other-routes';
import { callOf, CALLS, send } from './matrix/calls';
import { inParallel } from './matrix/in-parallel';
import { type Mode, MODES, type Program, startProgram } from './program';
import { canariesIn } from './world/canary';
import { buildCast, type Cast } from './world/cast';
import { DatabaseActor } from './world/database-actor';
import { type Situation, SituationMaker } from './world/situation';

const KEPT = CASE_SECTIONS.filter((section) => section !== 'MASTER');
/** What the kept parts of the cases say, wherever it turns up. The company's words with its grade are for a lead in the team. */
const SECRETS = ['note', 'followUp', 'document', 'enquiry', 'comment'];
const ROLES = ['OFFICER', 'LIAISON', 'MANAGER'] as const;
const PRIVATE = 'Nur für das Team';

describe('parts of a case for its officer and team alone', () => {
  let world: World;
  let db: DatabaseActor;
  let cast: Cast;
  let cases: Situation[];
  const programs = new Map<Mode, Program>();
  const program = (mode: Mode) => programs.get(mode) as Program;
  const version = async (id: string) =>
    (await world.sql<{ version: number }>('select version from service_cases where id = $1', [id]))[0]?.version ?? 0;

  beforeAll(async () => {
    const urls = testUrls();
    world = await World.open(urls.admin);
    db = await DatabaseActor.open(urls.app);
    cast = await buildCast(world);
    const maker = new SituationMaker(db, world, cast);
    cases = [await maker.make('own'), await maker.make('coWork'), await maker.make('graded')];
    const officer = cast.person('team', 'OFFICER');
    for (const { caseId } of cases) {
      await db.as(officer, 'select set_case_team($1, null, $2)', [caseId, ROLES.map((role) => cast.person('team', role).userId)]);
      for (const section of KEPT) await db.as(officer, `select set_section_level($1, null, $2, 'PERSON')`, [caseId, section]);
      await db.as(officer, `select add_checklist_items($1, $2)`, [caseId, [PRIVATE]]);
    }
    for (const mode of MODES) programs.set(mode, await startProgram(mode));
  }, 120_000);
  afterAll(async () => {
    for (const each of programs.values()) await each.close();
    await db.close();
    await world.close();
  });

  /** Everything kept that a person is shown, by any route that reads. */
  async function shown(mode: Mode, person: TestPerson): Promise<string[]> {
    const client = program(mode).as(person);
    const secrets = (body: unknown) => [
      ...canariesIn(body).filter((text) => SECRETS.includes(text.split('/')[1] ?? '')),
      ...(JSON.stringify(body ?? '').includes(PRIVATE) ? ['checklist'] : []),
    ];
    const ofRows = Object.keys(CALLS).filter((route) => route.startsWith('GET '));
    const lists = [...COLLECTION_ROUTES.keys()].filter(
      (route) => route.startsWith('GET ') && !['GET /live', 'GET /drafts/{key}'].includes(route),
    );
    const asked = [
      ...cases.flatMap((one) => ofRows.map((route) => ({ route, id: one[callOf(route).subject] ?? '' }))),
      ...[...lists, 'GET /follow-ups?state=all', 'GET /follow-ups?scope=organisation'].map((route) => ({ route, id: '' })),
    ].filter(({ route, id }) => id || !route.includes('{id}'));
    const found = await inParallel(asked, async ({ route, id }) => {
      const { body } = await send(client, route, { id });
      return secrets(body).map((text) => `${route} shows ${text}`);
    });
    return [...new Set(found)].sort();
  }

  it.each(MODES)(
    'show themselves to nobody else of the organisation, and to no partner, by no door: %s',
    async (mode) => {
      for (const role of ROLES) expect([role, await shown(mode, cast.person('others', role))]).toEqual([role, []]);
      expect(await shown(mode, cast.person('partner', 'LIAISON'))).toEqual([]);
    },
    120_000,
  );

  it('are read by the officer and the whole team', async () => {
    for (const role of ROLES) {
      const read = new Set((await shown('normal', cast.person('team', role))).map((line) => line.split(' shows ')[1]?.split('/').at(-1)));
      const expected = [...SECRETS.filter((kind) => kind !== 'comment' || role === 'MANAGER'), 'checklist'];
      expect([role, [...read].sort()]).toEqual([role, expected.sort()]);
    }
  }, 60_000);

  it.each(MODES)('name no contact person and take no words from others: %s', async (mode) => {
    const [own] = cases as [Situation];
    const { caseId, companyId, followUpId, contactId } = own;
    const client = program(mode).as(cast.person('others', 'OFFICER'));
    const { body } = await client.get<CaseDto>(`/cases/${caseId}`);
    expect([body.sections, body.contactPersonName, body.mayContribute]).toEqual([['MASTER'], null, false]);
    const before = await version(caseId);
    const me = cast.person('others', 'OFFICER').userId;
    const refused = [
      await client.post(`/cases/${caseId}/follow-ups`, { title: 'Probe', dueOn: '2030-01-15' }),
      await client.patch(`/follow-ups/${followUpId}`, { title: 'Probe' }, { version: 1 }),
      await client.post(`/companies/${companyId}/interactions`, { kind: 'NOTE', text: 'Probe', caseId }),
      await client.put(`/cases/${caseId}/officer`, { officerId: me }, { version: before }),
      await client.put(`/cases/${caseId}/team`, { members: [me] }, { version: before }),
      await client.put(`/cases/${caseId}/section-level`, { section: 'NOTES', level: 'PARTIES' }, { version: before }),
      await client.patch(`/cases/${caseId}`, { contactPersonId: contactId }, { version: before }),
      await client.post(`/cases/${caseId}/handovers`, {
        toOrganisationId: cast.houses.partner.id,
        kind: 'TRANSFER',
        reasonCode: 'RESPONSIBILITY',
        note: 'Probe',
      }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 403, 403, 403, 403, 403]);
    expect(await version(caseId)).toBe(before);
  });

  it('keep their contact person when a colleague changes something else', async () => {
    const { caseId, contactId } = cases[0] as Situation;
    const client = program('normal').as(cast.person('others', 'OFFICER'));
    expect((await client.patch(`/cases/${caseId}`, { nextStep: 'Probe' }, { version: await version(caseId) })).status).toBe(200);
    const [row] = await world.sql<{ contact: string }>('select contact_person_id as contact from service_cases where id = $1', [caseId]);
    expect(row?.contact).toBe(contactId);
  });

  it('tell only the team of what happens in them', async () => {
    const { caseId, companyId } = cases[0] as Situation;
    const [writer, colleague] = [cast.person('team', 'OFFICER'), cast.person('others', 'MANAGER')];
    const everybody = [...ROLES.map((role) => cast.person('team', role)), ...ROLES.map((role) => cast.person('others', role))];
    await world.sql('delete from notifications where case_id = $1', [caseId]);
    const interaction = randomUUID();
    await db.as(
      writer,
      `insert into interactions (id, company_id, case_id, kind, text, mentions) values ($1, $2, $3, 'NOTE', 'Probe', $4)`,
      [interaction, companyId, caseId, everybody.map(({ userId }) => userId)],
    );
    const told = await world.sql<{ user_id: string }>('select user_id from notifications where case_id = $1', [caseId]);
    const team = [cast.person('team', 'LIAISON').userId, cast.person('team', 'MANAGER').userId];
    expect(told.map(({ user_id }) => user_id).sort()).toEqual(team.sort());
    const outside = await db.as<{ ids: string[] }>(writer, 'select array_agg(id::text) as ids from mentioned_without_access($1)', [
      interaction,
    ]);
    expect(outside?.ids.sort()).toEqual(ROLES.map((role) => cast.person('others', role).userId).sort());
    expect(outside?.ids).toContain(colleague.userId);
  });

  it.each(MODES)('show permits to the team alone: %s', async (mode) => {
    const { caseId } = cases[0] as Situation;
    const team = program(mode).as(cast.person('team', 'OFFICER'));
    const body = { type: 'FULL_BUILDING_PERMIT', authority: 'Probe' };
    const made = await team.post<{ id: string }>(`/cases/${caseId}/procedures`, body);
    expect(made.status).toBe(201);
    for (const role of ROLES) {
      const other = program(mode).as(cast.person('others', role));
      const statuses = [await other.get(`/procedures/${made.body.id}`), await other.get(`/cases/${caseId}/procedures`)];
      expect(statuses.map(({ status }) => status)).toEqual([404, 404]);
      const { body: list } = await other.get<{ items: { id: string }[] }>('/procedures');
      expect(list.items.map(({ id }) => id)).not.toContain(made.body.id);
    }
    expect((await team.get(`/procedures/${made.body.id}`)).status).toBe(200);
    expect((await program(mode).as(cast.person('others', 'OFFICER')).post(`/cases/${caseId}/procedures`, body)).status).toBe(404);
  });
});
