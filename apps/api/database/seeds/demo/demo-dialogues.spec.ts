import { FITS, matchSites, type SiteCapability } from '@lotse/distributions/contract';
import { isWorkingDay } from '@lotse/shared/contract';
import { type TestUrls, World } from '@lotse/shared/testing';
import { ownDatabase } from '../../../security/matrix/own-database';
import { seedReference } from '../seed-reference';
import { removeDemo, seedDemo } from '.';

describe('what the demonstration has of several organisations', () => {
  let database: { urls: TestUrls; drop: () => Promise<void> };
  let world: World;

  beforeAll(async () => {
    database = await ownDatabase();
    await seedReference(database.urls.admin, true);
    await seedDemo(database.urls.admin, 'a long password');
    world = await World.open(database.urls.admin);
  }, 180_000);
  afterAll(async () => {
    await world.close();
    await database.drop();
  });

  const count = async (what: string) => Number((await world.sql<{ n: string }>(`select count(*) as n from ${what}`))[0]?.n);

  it('is there, and sends nothing', async () => {
    const states = await world.sql<{ state: string }>('select state from distributions order by state');
    expect(states.map(({ state }) => state)).toEqual(['DECIDED', 'RUNNING']);
    expect([await count('enquiries'), await count('checklist_items'), await count('sharing_agreements')]).toEqual([2, 3, 1]);
    expect(await count('distribution_answers where is_current')).toBe(6);
    expect([await count('outgoing_mails'), await count('sessions')]).toEqual([0, 0]);
    expect(await seedDemo(database.urls.admin, 'a long password')).toBe(false);
  });

  it('has municipalities that fit what is looked for, some that fit in part, and some that have said nothing', async () => {
    const towns = await world.sql<{ has: SiteCapability | null }>(
      `select case when p.organisation_id is not null then
         jsonb_build_object('useClasses', p.use_classes, 'largestAreaSqm', p.largest_area_sqm, 'tenures', p.tenures) end as has
       from organisations o left join organisation_site_profiles p on p.organisation_id = o.id where o.kind = 'MUNICIPALITY'`,
    );
    const matches = towns.map(({ has }) => matchSites({ areaMin: 2500, useClass: 'GE', tenure: 'BUY' }, has));
    for (const fit of FITS) expect(matches.filter((match) => match.fit === fit).length).toBeGreaterThanOrEqual(2);
    const inPart = matches.filter(({ fit, reasons }) => fit === 'NO_MATCH' && reasons.some((reason) => reason.endsWith('FITS')));
    expect(inPart.length).toBeGreaterThanOrEqual(2);
  });

  it('plans what is to be done on working days', async () => {
    const days = await world.sql<{ day: string }>(
      'select distinct due_on::text as day from follow_ups union select distinct next_step_on::text from service_cases where next_step_on is not null',
    );
    expect(days.length).toBeGreaterThan(50);
    expect(days.filter(({ day }) => !isWorkingDay(day, { state: 'HE' }))).toEqual([]);
  });

  it('goes with it, and so do mails about it', async () => {
    await world.sql(
      `insert into outgoing_mails (template, ref_id, organisation_id, recipient, language)
       select 'distribution.sent', id, lead_org, 'probe@example.org', 'de' from distributions
       union all select 'enquiry.receipt', id, received_by, 'probe@example.org', 'de' from enquiries`,
    );
    await removeDemo(database.urls.admin);
    for (const table of [
      'service_cases',
      'companies',
      'distributions',
      'distribution_log',
      'enquiries',
      'checklist_items',
      'organisation_site_profiles',
      'outgoing_mails',
    ])
      expect([table, await count(table)]).toEqual([table, 0]);
  }, 60_000);
});
