import { MODES, type Mode, type Program, startProgram } from '../program';
import { expectations } from './expected';
import { Matrix } from './matrix';
import { MatrixWorld } from './world';

/** Every role × every route × every situation, with both layers and with each alone. */
describe.each(MODES)('who may do what with whose rows, all of it: %s', (mode: Mode) => {
  let world: MatrixWorld;
  let program: Program;
  beforeAll(async () => {
    world = await MatrixWorld.open();
    program = await startProgram(mode);
  }, 600_000);
  afterAll(async () => {
    await program.close();
    await world.close();
  });

  it('shows, refuses and changes what the tables say', async () => {
    const matrix = new Matrix(world, program, mode, expectations(world.cast.viewers));
    const before = await world.digest();
    expect(await matrix.read()).toEqual([]);
    expect(await world.digest()).toEqual(before);
    expect(await matrix.write()).toEqual([]);
    expect(matrix.asked).toBeGreaterThan(8_000);
  }, 3_600_000);
});
