import { World } from '@lotse/shared/testing';
import { type Program, startProgram } from '../program';
import { Collections } from './collections';
import { expectations, sample } from './expected';
import { Matrix } from './matrix';
import { ownDatabase } from './own-database';
import { policyMutants } from './policy-mutants';
import { MatrixWorld } from './world';

/** What of the matrix turns red; stops at the first findings. */
async function findings(world: MatrixWorld, program: Program): Promise<string[]> {
  const collections = new Collections(world.cast, world.staff, program, 'policies only');
  const questions = sample(expectations(world.cast.viewers)).filter(({ viewer }) => viewer.role !== 'ADMINISTRATOR');
  const matrix = new Matrix(world, program, 'policies only', questions);
  const before = JSON.stringify(await world.digest());
  const isRead = ({ route }: { route: string }) => route.startsWith('GET ');
  const steps = [
    () => matrix.read(isRead, 1),
    () => collections.lists(),
    () => matrix.read((question) => !isRead(question), 1),
    () => collections.staffDoors(),
    async () => (JSON.stringify(await world.digest()) === before ? [] : ['a refused request has changed something']),
    () => matrix.write(() => true, 1),
    () => collections.doors(),
  ];
  for (const step of steps) {
    const found = await step();
    if (found.length > 0) return found;
  }
  return [];
}

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
    const pristine = await MatrixWorld.open(database.urls);
    expect(await findings(pristine, program)).toEqual([]);
    await pristine.close();
    for (const mutant of mutants) {
      const world = await MatrixWorld.open(database.urls);
      await admin.sql(mutant.break);
      const found = await findings(world, program).finally(() => admin.sql(mutant.mend));
      if (found.length === 0) survivors.push(mutant.name);
      await world.close();
    }
    await admin.close();
    expect(survivors.sort()).toEqual([]);
  }, 3_600_000);
});
