import { World } from '@lotse/shared/testing';
import { type Program, startProgram } from '../program';
import { Collections } from './collections';
import { expectations, sample } from './expected';
import { Matrix } from './matrix';
import { ownDatabase } from './own-database';
import { policyMutants } from './policy-mutants';
import { MatrixWorld } from './world';

/** Whether anything in the matrix turns red; stops at the first finding. */
async function isNoticed(world: MatrixWorld, program: Program): Promise<boolean> {
  const collections = new Collections(world.cast, world.staff, program, 'policies only');
  const questions = sample(expectations(world.cast.viewers));
  const matrix = new Matrix(world, program, 'policies only', questions);
  const before = JSON.stringify(await world.digest());
  const isRead = ({ route }: { route: string }) => route.startsWith('GET ');
  if ((await matrix.read(isRead, 1)).length > 0 || (await collections.lists()).length > 0) return true;
  if ((await matrix.read((question) => !isRead(question), 1)).length > 0 || (await collections.staffDoors()).length > 0) return true;
  if (JSON.stringify(await world.digest()) !== before) return true;
  return (await matrix.write(() => true, 1)).length > 0 || (await collections.doors()).length > 0;
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
    expect(await isNoticed(pristine, program)).toBe(false);
    await pristine.close();
    for (const mutant of mutants) {
      const world = await MatrixWorld.open(database.urls);
      await admin.sql(mutant.break);
      if (!(await isNoticed(world, program).finally(() => admin.sql(mutant.mend)))) survivors.push(mutant.name);
      await world.close();
    }
    await admin.close();
    expect(survivors.sort()).toEqual([]);
  }, 3_600_000);
});
