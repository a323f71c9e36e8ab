import fc from 'fast-check';
import type { TestApiOptions } from '@lotse/shared/testing';
import { DistributionWorld, OFFER, type Office } from './testing/distribution-world';

const TABLES = [
  'distributions',
  'distribution_cases',
  'distribution_receivers',
  'distribution_answers',
  'distribution_log',
  'timeline_events',
] as const;
const MODES: [string, TestApiOptions][] = [
  ['both layers', {}],
  ['the API alone', { policies: false }],
  ['the policies alone', { apiChecks: false }],
];
const STEPS = ['offer', 'noSite', 'opened', 'due', 'decide', 'withdraw', 'send', 'list'] as const;

describe.each(MODES)('whatever is done in whatever order, by %s', (_, options) => {
  let world: DistributionWorld;
  let kreis: Office;
  let towns: Office[];

  beforeAll(async () => {
    world = await DistributionWorld.open(options);
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    towns = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  /** What only this town may say; it is recognised wherever it turns up. */
  const mark = (town: number) => `⟦town-${town}⟧`;

  it('no town reads what another one answered, nor who else was asked, and the lead of a town reads nothing under seal', async () => {
    const step = fc.record({
      what: fc.constantFrom(...STEPS),
      town: fc.integer({ min: 0, max: 2 }),
      person: fc.constantFrom('officer', 'liaison', 'manager'),
    });
    const run = fc.record({
      leads: fc.integer({ min: -1, max: 2 }),
      asks: fc.subarray([0, 1, 2], { minLength: 2 }),
      steps: fc.array(step, { minLength: 3, maxLength: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(run, async ({ leads, asks, steps }) => {
        const lead = towns[leads] ?? kreis;
        const asked = asks.map((n) => towns[n] as Office);
        const { id, caseId } = await world.sent(lead, asked);
        for (const { what, town, person } of steps) {
          const office = towns[town] as Office;
          const who = office[person as 'officer' | 'liaison' | 'manager'];
          if (what === 'offer') await world.answer(who, id, { ...OFFER, site: mark(town), note: mark(town) });
          if (what === 'noSite') await world.answer(who, id, { answer: 'NO_SITE', note: mark(town) });
          if (what === 'opened') await world.act(who, id, 'opened');
          if (what === 'due') await world.due(id);
          if (what === 'decide') await world.act(lead.officer, id, 'decision', {});
          if (what === 'withdraw') await world.act(lead.officer, id, 'withdraw');
          if (what === 'send') await world.send(lead.officer, caseId, asked);
          if (what === 'list') await world.api.as(who).get('/distributions');
        }
        for (const [n, office] of towns.entries()) {
          const seen = await everythingOf(office, id, caseId);
          // Whose case it is reads them once the seal is open.
          const opened =
            office === lead &&
            (await world.sql('select 1 from distribution_cases where distribution_id = $1 and unsealed_from <= now()', [id])).length > 0;
          for (const other of [0, 1, 2]) if (other !== n && !opened) expect(seen.includes(mark(other))).toBe(false);
          if (office !== lead)
            for (const other of towns) if (other !== office && other !== lead) expect(seen.includes(other.organisation.id)).toBe(false);
        }
      }),
      { numRuns: options.policies === undefined && options.apiChecks === undefined ? 6 : 4 },
    );
  }, 120_000);

  /** All a town can get hold of: by the routes, and with SQL of its own where the policies are on. */
  async function everythingOf({ officer, liaison, manager }: Office, id: string, caseId: string): Promise<string> {
    const found: unknown[] = [];
    for (const person of [officer, liaison, manager]) {
      const client = world.api.as(person);
      for (const path of [`/distributions/${id}`, `/cases/${caseId}/distributions`]) found.push((await client.get(path)).body);
      found.push(
        ((await client.get<{ items?: { id: string }[] }>('/distributions?size=200')).body.items ?? []).filter((item) => item.id === id),
      );
      if (options.policies === false) continue;
      for (const table of TABLES) {
        const column = table === 'distributions' ? 'id, lead_org, profile, state' : '*';
        const where = table === 'timeline_events' ? 'case_id' : table === 'distributions' ? 'id' : 'distribution_id';
        const value = table === 'timeline_events' ? caseId : id;
        found.push(await world.as(person, `select ${column} from ${table} where ${where} = $1`, [value]));
      }
      found.push(await world.as(person, 'select * from distribution_counts(array[$1::uuid])', [id]));
    }
    return JSON.stringify(found);
  }
});
