import type { SatisfactionDto } from '@lotse/feedback/contract';
import { type TestPerson, type TestUrls, World } from '@lotse/shared/testing';
import { type Program, startProgram } from '../../../security/program';
import { ownDatabase } from '../../../security/matrix/own-database';
import { seedReference } from '../seed-reference';
import { seedDemo } from '.';

/** In the middle of a quarter, and in its first days, when the running one has no figures yet. */
describe.each(['2026-11-23', '2027-01-05'])('the satisfaction of the demonstration, set up on %s', (day) => {
  let database: { urls: TestUrls; drop: () => Promise<void> };
  let program: Program;
  let world: World;
  let figures: Map<string, SatisfactionDto>;

  beforeAll(async () => {
    database = await ownDatabase();
    await seedReference(database.urls.admin, true);
    await seedDemo(database.urls.admin, 'a long password', new Date(`${day}T11:00:00Z`));
    world = await World.open(database.urls.admin);
    program = await startProgram('normal', {}, database.urls);
    figures = new Map();
    for (const { slug, person } of await managers(world))
      figures.set(slug, (await program.as(person).get<SatisfactionDto>(`/satisfaction?to=${day}`)).body);
  }, 120_000);
  afterAll(async () => {
    await program.close();
    await world.close();
    await database.drop();
  });

  const state = (slug: string) => figures.get(slug)?.state;
  const n = (slug: string) => figures.get(slug)?.n ?? 0;
  const quartersWithFigures = (slug: string) => figures.get(slug)?.trend.filter(({ mean }) => mean !== null).length;

  it('shows partners that have proven "gut", one that has missed it and some that cannot tell', () => {
    expect([state('dietzenbach'), state('kreis-offenbach')]).toEqual(['MET', 'MET']);
    expect(state('neu-isenburg')).toBe('MISSED');
    expect([state('rodgau'), state('langen')]).toEqual(['OPEN', 'OPEN']);
    expect(n('rodgau')).toBeGreaterThanOrEqual(20);
    expect(n('langen')).toBeLessThan(20);
  });

  it('has partners below five answers, which get no figure', () => {
    const silent = [...figures.values()].filter((each) => each.n === 0);
    expect(silent.length).toBeGreaterThanOrEqual(5);
    for (const each of silent) expect([each.state, each.mean, each.shareGood, each.distribution]).toEqual([null, null, null, null]);
  });

  it('lets the lead of a poorly graded partner find whom to call back', async () => {
    if (day.endsWith('01-05')) return; // nothing was closed in the first days of the year
    const rows = await world.sql<{ slug: string }>(
      `select o.slug from follow_ups f join organisations o on o.id = f.organisation_id where f.kind = 'RECOVERY' and f.done_at is null`,
    );
    expect(rows.map(({ slug }) => slug)).toContain('neu-isenburg');
  });

  it('has no answer of tomorrow', async () => {
    const late = await world.sql('select 1 from survey_answers where answered_at > $1', [`${day}T11:00:00Z`]);
    expect(late).toEqual([]);
  });

  it('draws a trend over several quarters for those with many cases', () => {
    for (const slug of ['dietzenbach', 'rodgau', 'neu-isenburg', 'kreis-offenbach'])
      expect([slug, quartersWithFigures(slug)]).toEqual([slug, day.endsWith('01-05') ? 4 : 5]);
  });
});

/** The leads of all partners, each with an open session. */
async function managers(world: World): Promise<{ slug: string; person: TestPerson }[]> {
  const rows = await world.sql<{ slug: string; id: string; region_id: string; user_id: string; email: string; name: string }>(
    `select o.slug, o.id, o.region_id, u.id as user_id, u.email, u.name from organisations o
     join memberships m on m.organisation_id = o.id join users u on u.id = m.user_id where 'MANAGER' = any (m.roles) order by o.slug`,
  );
  const found = [];
  for (const { slug, id, region_id: regionId, user_id: userId, email, name } of rows) {
    const token = await world.session(userId, id);
    const person: TestPerson = { userId, organisationId: id, regionId, roles: ['MANAGER'], name, email, token };
    found.push({ slug, person });
  }
  return found;
}
