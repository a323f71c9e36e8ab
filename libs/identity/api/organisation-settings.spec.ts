import type { AuditPageDto, OrganisationSettingsDto } from '@lotse/identity/contract';
import { testApi, type TestApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { IdentityModule } from './identity.module';

describe('settings of an organisation and its region', () => {
  let api: TestApi;
  let district: TestOrganisation;
  let keeper: TestPerson;
  let other: TestPerson;
  let stranger: TestPerson;

  beforeAll(async () => {
    api = await testApi([IdentityModule]);
    const region = await api.world.region();
    district = await api.world.organisation(region, 'DISTRICT');
    keeper = await api.world.person(district, ['ADMINISTRATOR', 'DATA_PROTECTION_OFFICER']);
    other = await api.world.person(await api.world.organisation(region), 'ADMINISTRATOR');
    const elsewhere = await api.world.organisation(await api.world.region(), 'DISTRICT');
    stranger = await api.world.person(elsewhere, 'ADMINISTRATOR');
  });
  afterAll(() => api.close());

  const read = async (person: TestPerson) => (await api.as(person).get<OrganisationSettingsDto>('/organisation-settings')).body;
  const change = (person: TestPerson, input: object) =>
    api.as(person).put<OrganisationSettingsDto & { code?: string }>('/organisation-settings', input);

  it('say who decides for the region', async () => {
    expect(await read(keeper)).toMatchObject({ requireConsent: false, mayChangeRegion: true, regionKeeperName: district.name });
    expect(await read(other)).toMatchObject({ requireConsent: false, mayChangeRegion: false, regionKeeperName: district.name });
  });

  it('demand consent in the whole region when its intake organisation says so, and the log keeps it', async () => {
    expect(await change(other, { requireConsent: true })).toMatchObject({ status: 403, body: { code: 'region.notKeeper' } });
    expect((await change(keeper, { requireConsent: 'yes' })).status).toBe(400);
    expect(await change(keeper, { requireConsent: true })).toMatchObject({ status: 200, body: { requireConsent: true, presence: false } });
    await change(keeper, { requireConsent: true });
    expect([(await read(other)).requireConsent, (await read(stranger)).requireConsent]).toEqual([true, false]);
    const log = (await api.as(keeper).get<AuditPageDto>('/audit?action=region.consentChanged')).body;
    expect(log.items.map(({ details }) => details)).toEqual([{ on: true }]);
  });

  it('change one by one', async () => {
    expect((await change(other, { presence: true })).body).toMatchObject({ presence: true, requireConsent: true });
    expect((await change(other, {})).body).toMatchObject({ presence: true });
  });

  it('say how much room files take, of how much', async () => {
    expect(await read(other)).toMatchObject({ storageUsed: 0, storageLimit: 8 * 1024 * 1024 });
  });
});
