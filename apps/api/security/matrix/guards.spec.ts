import { may, ROLES } from '@lotse/shared/contract';
import { type Program, startProgram } from '../program';
import { Collections } from './collections';
import { expectations, sample } from './expected';
import { guardedRoutes } from './guard-mutants';
import { Matrix } from './matrix';
import { MatrixWorld } from './world';

describe('what a route requires', () => {
  let world: MatrixWorld;
  let program: Program;
  beforeAll(async () => {
    world = await MatrixWorld.open();
    program = await startProgram();
  }, 60_000);
  afterAll(async () => {
    await program.close();
    await world.close();
  });

  it('is said by every route, the pages without sign-in included', () => {
    const routes = guardedRoutes(program);
    expect(routes.length).toBeGreaterThan(70);
    expect(routes.filter(({ requirement }) => requirement === undefined).map(({ route }) => route)).toEqual([]);
  });

  it('turns the matrix red when it is taken away', async () => {
    const matrix = new Matrix(world, program, 'normal', sample(expectations(world.cast.viewers)));
    const survivors: string[] = [];
    for (const guarded of guardedRoutes(program)) {
      const { route, requirement } = guarded;
      if (requirement === undefined || requirement === 'public' || requirement === 'signedIn') continue;
      if (ROLES.every((role) => may([role], requirement))) continue; // nobody to refuse
      guarded.require('signedIn');
      const collections = new Collections(world.cast, world.staff, program, 'normal', route);
      const isNoticed =
        (await matrix.read((question) => question.route === route && question.letter === '-', 1)).length > 0 ||
        (await collections.doors()).length > 0 ||
        (await collections.staffDoors()).length > 0;
      guarded.require(requirement);
      if (!isNoticed) survivors.push(route);
    }
    expect(survivors).toEqual([]);
  }, 240_000);

  it('closes the route when it is not said at all', async () => {
    for (const guarded of guardedRoutes(program).filter(({ route }) => /^GET \/(cases|people|organisations)$/.test(route))) {
      guarded.require(undefined);
      const answer = await program.as(world.cast.person('team', 'OFFICER')).get(guarded.route.split(' ')[1] ?? '');
      guarded.require(guarded.requirement);
      expect([guarded.route, answer.status, answer.body['code']]).toEqual([guarded.route, 403, 'forbidden']);
    }
  });
});
