import { type TestUrls, World } from '@lotse/shared/testing';
import { type Program, startProgram } from '../program';
import { Collections } from './collections';
import { type Expectation, expectations, sample } from './expected';
import { Matrix } from './matrix';
import { ownDatabase } from './own-database';
import { policyMutants } from './policy-mutants';
import { MatrixWorld } from './world';

/** What of the matrix turns red, and whether the world was only read until then; stops at the first findings. */
async function findings(world: MatrixWorld, program: Program): Promise<{ found: string[]; onlyRead: boolean }> {
  const collections = new Collections(world.cast, world.staff, program, 'policies only');
  const questions = sample(expectations(world.cast.viewers)).filter(({ viewer }) => viewer.role !== 'ADMINISTRATOR');
  const matrix = new Matrix(world, program, 'policies only', questions);
  const before = await world.digest();
  const isRead = ({ route }: Expectation) => route.startsWith('GET ');
  const isLiaison = ({ viewer }: Expectation) => viewer.role === 'LIAISON';
  const plain = world.plainSql();
  const reading = [
    () => plain.reads(),
    () => plain.writes(),
    () => matrix.read((question) => isRead(question) && isLiaison(question), 1),
    () => collections.lists(),
    () => matrix.read((question) => isRead(question) && !isLiaison(question), 1),
  ];
  const writing = [
    () => matrix.read((question) => !isRead(question), 1),
    () => collections.staffDoors(),
    async () => changes(before, await world.digest()),
    () => collections.doors(),
    () => matrix.write(isLiaison, 1),
    () => matrix.write((question) => !isLiaison(question), 1),
  ];
  for (const step of [...reading, ...writing]) {
    const found = await step();
    if (found.length > 0) return { found, onlyRead: reading.includes(step) };
  }
  return { found: [], onlyRead: false };
}

/** A world with the rows that plain SQL is asked for too. */
async function openWorld(urls: TestUrls): Promise<MatrixWorld> {
  const world = await MatrixWorld.open(urls);
  await world.enterPlain();
  return world;
}

/** Tables in which a refused request has left something. */
const changes = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((table) => after[table] !== before[table]);

describe('every policy, broken', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let program: Program;
  beforeAll(async () => {
    database = await ownDatabase();
    program = await startProgram('policies only', {}, database.urls);
  }, 600_000);
  afterAll(async () => {
    await program.close();
    await database.drop();
  });

  it('turns the matrix red', async () => {
    const admin = await World.open(database.urls.admin);
    const survivors: string[] = [];
    const mutants = await policyMutants(admin);
    let world = await openWorld(database.urls);
    expect((await findings(world, program)).found).toEqual([]);
    let isFresh = false;
    for (const mutant of mutants) {
      if (!isFresh) {
        await world.close();
        world = await openWorld(database.urls);
      }
      await admin.sql(mutant.break);
      // A row that cannot be made any more ends the questions: that is a finding too.
      const { found, onlyRead } = await findings(world, program)
        .catch((error: Error) => ({ found: [error.message], onlyRead: false }))
        .finally(() => admin.sql(mutant.mend));
      isFresh = onlyRead;
      if (found.length === 0 && !EQUIVALENT.includes(mutant.name) && !(mutant.name in ELSEWHERE)) survivors.push(mutant.name);
    }
    await world.close();
    await admin.close();
    expect(survivors.sort()).toEqual([]);
  }, 3_600_000);
});

/** The matrix asks who may, not whether it works for those who may: these break what people are allowed to do, and other specs say so. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'case_sections.change_sections dropped': 'cases/api/case-changes: an event for every field',
  'follow_ups.finish_own_follow_ups dropped': 'cases/api/follow-ups: done by the lead they are meant for',
  'idempotency_keys.add_idempotency dropped': 'foundation/idempotency: done once and answered twice',
  'idempotency_keys.end_idempotency dropped': 'foundation/idempotency: done once and answered twice',
  'timeline_events.timeline_parties dropped': 'handovers/api/handover-sharing: hides rivals',
};

/** Broken, they change nothing: no right to the table at all, or no right to the columns the check looks at. */
const EQUIVALENT: readonly string[] = [
  ...['sessions.no_sessions', 'sign_in_failures.no_failures'],
  ...['company_search.no_company_search', 'search_words.no_search_words'],
]
  .flatMap((policy) => [`${policy} dropped`, `${policy} for everybody`])
  .concat(
    [
      'service_cases.change_cases',
      'case_sections.change_sections',
      'companies.change_companies',
      'establishments.change_establishments',
      'contact_persons.change_contacts',
      'idempotency_keys.end_idempotency',
    ].map((policy) => `${policy} without its check`),
  )
  .concat(
    // The check says the same of the changed row, so a row that is found too many cannot be written.
    [
      'companies.change_companies',
      'establishments.change_establishments',
      'follow_ups.change_follow_ups',
      'follow_ups.finish_own_follow_ups',
      'idempotency_keys.end_idempotency',
    ].map((policy) => `${policy} for everybody`),
  );
