import { type Mode, MODES, type Program, startProgram } from '../program';
import { Collections } from './collections';
import { essential, type Expectation, expectations, sample } from './expected';
import { Matrix } from './matrix';
import { MatrixWorld } from './world';

/** The whole of it runs with `npm run verify:long`; what runs always asks every cell of the tables once, and each layer alone what counts. */
describe('who may do what with whose rows', () => {
  let world: MatrixWorld;
  let questions: Expectation[];
  const programs = new Map<Mode, Program>();
  const matrix = (mode: Mode, asked: Expectation[]) => new Matrix(world, programs.get(mode) as Program, mode, asked);

  beforeAll(async () => {
    world = await MatrixWorld.open();
    questions = sample(expectations(world.cast.viewers));
    for (const mode of MODES) programs.set(mode, await startProgram(mode));
  }, 120_000);
  afterAll(async () => {
    for (const program of programs.values()) await program.close();
    await world.close();
  });

  it.each(MODES)(
    'shows and refuses what the tables say, and changes nothing by refusing: %s',
    async (mode) => {
      const before = await world.digest();
      expect(await matrix(mode, mode === 'normal' ? questions : essential(questions)).read()).toEqual([]);
      expect(await world.digest()).toEqual(before);
    },
    240_000,
  );

  it.each(MODES)(
    'counts and lists what each may know of, and no more: %s',
    async (mode) => {
      const collections = new Collections(world.cast, world.staff, programs.get(mode) as Program, mode);
      expect(await collections.lists()).toEqual([]);
      expect(await collections.doors()).toEqual([]);
      expect(await collections.staffDoors()).toEqual([]);
    },
    240_000,
  );

  it('lets those change a row who may', async () => {
    expect(await matrix('normal', questions).write()).toEqual([]);
  }, 240_000);
});
