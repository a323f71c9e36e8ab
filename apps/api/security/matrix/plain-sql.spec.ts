import { MatrixWorld } from './world';

describe('what people read and write with SQL of their own', () => {
  let world: MatrixWorld;
  beforeAll(async () => {
    world = await MatrixWorld.open();
    await world.enterPlain();
  }, 120_000);
  afterAll(() => world.close());

  it('is what the tables say', async () => {
    expect(await world.plainSql().reads()).toEqual([]);
    expect(await world.plainSql().writes()).toEqual([]);
  }, 120_000);
});
