import { DistributionWorld, type Office } from './testing/distribution-world';

describe('site profiles and who may be asked', () => {
  let world: DistributionWorld;
  let kreis: Office;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open();
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    [a, b] = [await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const profile = { useClasses: ['GE'], largestAreaSqm: 4000, tenures: ['BUY'] };

  it('is entered by liaisons, on the version they have seen', async () => {
    const client = world.api.as(a.liaison);
    expect((await client.get('/site-profile')).body).toMatchObject({ useClasses: [], largestAreaSqm: null, version: 0 });
    expect((await client.put('/site-profile', profile, { version: 0 })).body).toMatchObject({
      ...profile,
      version: 1,
      updatedByName: a.liaison.name,
    });
    expect((await client.put('/site-profile', profile, { version: 0 })).status).toBe(412);
    expect((await client.put('/site-profile', { ...profile, useClasses: ['GE', 'GI'] }, { version: 1 })).body).toMatchObject({
      version: 2,
    });
    expect((await client.put('/site-profile', { ...profile, useClasses: ['XX'] }, { version: 2 })).status).toBe(400);
    expect((await world.api.as(a.officer).put('/site-profile', profile, { version: 2 })).status).toBe(403);
  });

  it('says who may have what is needed, and why; who said nothing stays eligible', async () => {
    const matches = async (person: Office, query: string) =>
      (
        await world.api
          .as(person.officer)
          .get<{ items: { organisationId: string; fit: string; reasons: string[]; isOwn: boolean }[] }>(`/distributions/matches${query}`)
      ).body.items;
    const found = await matches(kreis, '?areaMin=3000&useClass=GE&tenure=RENT');
    expect(found.map(({ organisationId, fit }) => [organisationId, fit])).toEqual([
      [b.organisation.id, 'UNKNOWN'],
      [a.organisation.id, 'NO_MATCH'],
    ]);
    expect(found[1]?.reasons).toEqual(['USE_CLASS_FITS', 'AREA_FITS', 'TENURE_MISSING']);
    const own = await matches(a, '?areaMin=3000');
    expect(own.map(({ organisationId, isOwn }) => [organisationId, isOwn])).toEqual([
      [a.organisation.id, true],
      [b.organisation.id, false],
      [kreis.organisation.id, false],
    ]);
  });
});
