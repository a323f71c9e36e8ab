import type { CompanyDto, CompanyPageDto } from '@lotse/companies/contract';
import type { Problem } from '@lotse/shared/contract';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { aCompany, type CompanyWorld, companyWorld, createCompany, openCase, shareCase, transferCase } from './companies.fixture';
import { CompaniesModule } from './companies.module';

let api: TestApi;
let at: CompanyWorld;
beforeAll(async () => {
  api = await testApi([CompaniesModule]);
  at = await companyWorld(api);
});
afterAll(() => api.close());

describe('entering a company', () => {
  it('stores places and people with it, finds the municipality and answers ids and version', async () => {
    const { status, body, headers } = await api.as(at.officer).post<CompanyDto>('/companies', aCompany(at));
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      name: 'Müller Präzisionsteile GmbH',
      legalForm: 'GmbH',
      isNaturalPerson: false,
      keeperOrganisationId: at.langen.id,
      mayChange: true,
      establishments: [{ houseNumber: '12a', ags: at.ags, municipalitySource: 'POSTAL_CODE', isMain: true }],
      contacts: [{ firstName: 'Ada', email: 'ada@firma.example', phone: '06103 900 09-0', organisationId: at.langen.id }],
    });
    expect(body.contacts[0]?.surveyNoticeOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const read = await api.as(at.officer).get<CompanyDto>(`/companies/${body.id}`);
    expect(read.body).toEqual(body);
  });

  it.each([
    [undefined, 'Weber Bau GmbH & Co. KG', 'GmbH & Co. KG', false],
    [undefined, 'Anna Weber', null, true],
    ['GMBH_CO_KG', 'Weber', 'GmbH & Co. KG', false],
    ['e. K.', 'Weber', 'e.K.', true],
    ['Genossenschaft alter Art', 'Weber', 'Genossenschaft alter Art', true],
  ])('decides by legal form %s of %s whether the data are personal', async (legalForm, name, stored, isNaturalPerson) => {
    const body = await createCompany(api, at.officer, { name, legalForm });
    expect(body).toMatchObject({ legalForm: stored, isNaturalPerson });
  });

  it('asks a person where the postal code does not decide, and keeps the reason', async () => {
    const [{ ags: other } = { ags: '' }] = [await api.world.municipality(at.rodgau)];
    await api.world.sql('insert into postal_codes (postal_code, ags, is_delivery, is_ambiguous) values ($1, $2, true, true)', [
      at.postalCode,
      other,
    ]);
    const establishment = { street: 'Weg', houseNumber: '1', postalCode: at.postalCode, place: 'Irgendwo' };
    const refused = await api.as(at.officer).post<Problem>('/companies', { ...aCompany(at), establishments: [establishment] });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'municipality.ambiguous',
      errors: [{ pointer: '/establishments/0/postalCode', code: 'municipality.ambiguous' }],
    });
    expect((refused.body.details?.['candidates'] as { ags: string }[]).map(({ ags }) => ags).sort()).toEqual([at.ags, other].sort());

    const withoutReason = { ...establishment, ags: other };
    const again = await api.as(at.officer).post<Problem>('/companies', { ...aCompany(at), establishments: [withoutReason] });
    expect(again.body.errors).toEqual([{ pointer: '/establishments/0/municipalityReason', code: 'required' }]);

    const chosen = { ...withoutReason, municipalityReason: 'Tor liegt drüben' };
    const { establishments } = await createCompany(api, at.officer, { ...aCompany(at), establishments: [chosen] });
    expect(establishments[0]).toMatchObject({ ags: other, municipalitySource: 'CHOSEN', municipalityReason: 'Tor liegt drüben' });
    await api.world.sql('delete from postal_codes where ags = $1', [other]);
  });

  it('asks about a postal code it does not know, keeps the reason, and asks when only the place is known', async () => {
    const outside = { street: 'Weg', houseNumber: '1', postalCode: '00001', place: 'Anderswo' };
    const asked = await api.as(at.officer).post<Problem>('/companies', { ...aCompany(at), establishments: [outside] });
    expect([asked.status, asked.body.errors]).toEqual([
      400,
      [{ pointer: '/establishments/0/postalCode', code: 'municipality.postalCodeUnknown' }],
    ]);
    expect(asked.body.details).toMatchObject({ candidates: expect.arrayContaining([expect.objectContaining({ ags: at.ags })]) as unknown });
    const answered = { ...outside, ags: 'OUTSIDE', municipalityReason: 'Sitz in einem anderen Land' };
    const { establishments } = await createCompany(api, at.officer, { ...aCompany(at), establishments: [answered] });
    expect(establishments[0]).toMatchObject({
      ags: null,
      municipality: null,
      municipalitySource: 'OUTSIDE',
      municipalityReason: 'Sitz in einem anderen Land',
    });
    const { status, body } = await api
      .as(at.officer)
      .post<Problem>('/companies', { ...aCompany(at), establishments: [{ ...outside, place: at.langen.name }] });
    expect([status, body.code]).toEqual([400, 'municipality.ambiguous']);
  });

  it('gives a confidential company a neutral project name', async () => {
    const body = await createCompany(api, at.officer, aCompany(at, { name: 'Geheim AG', confidential: true }));
    expect(body.confidential).toBe(true);
    expect(body.projectName).toMatch(/^Projekt \p{L}+ \d{4}$/u);
  });

  it('refuses bad input with every fault at once and stores nothing', async () => {
    const { status, body } = await api.as(at.officer).post<Problem>('/companies', {
      name: ' ',
      industryCode: '99.99.9',
      sizeClass: 'HUGE',
      establishments: [{ street: '', houseNumber: '1', postalCode: '6310', place: 'X' }],
      contacts: [{ firstName: 'A', lastName: 'B', email: 'no' }],
      keeperOrganisationId: at.rodgau.id,
    });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual(
      [
        '/contacts/0/email',
        '/establishments/0/postalCode',
        '/establishments/0/street',
        '/keeperOrganisationId',
        '/name',
        '/sizeClass',
      ].sort(),
    );
    const unknown = await api.as(at.officer).post<Problem>('/companies', { name: 'Neu GmbH', industryCode: '99.99' });
    expect(unknown.body.errors).toEqual([{ pointer: '/industryCode', code: 'industry.unknown' }]);
  });

  it.each(['manager', 'administrator'] as const)('is refused to a %s', async (role) => {
    expect((await api.as(at[role]).post('/companies', aCompany(at))).status).toBe(403);
  });
});

describe('who sees a company', () => {
  it('shows master data of legal persons to the region without people, and nothing beyond it', async () => {
    const { id } = await createCompany(api, at.officer, aCompany(at, { name: 'Regional GmbH' }));
    const { status, body } = await api.as(at.stranger).get<CompanyDto>(`/companies/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Regional GmbH', contacts: [], mayChange: false });
    expect(body.establishments).toHaveLength(1);
    expect((await api.as(at.foreigner).get(`/companies/${id}`)).status).toBe(404);
    expect((await api.as(at.administrator).get(`/companies/${id}`)).status).toBe(403);
    expect((await api.anonymous.get(`/companies/${id}`)).status).toBe(401);
  });

  it('keeps the firm of a natural person and a confidential company to itself, in lists and totals too', async () => {
    const natural = await createCompany(api, at.officer, aCompany(at, { name: 'Elektro Beispiel e.K.', legalForm: 'e.K.' }));
    const secret = await createCompany(
      api,
      at.officer,
      aCompany(at, { name: 'Silberpfeil GmbH', confidential: true, projectName: 'Projekt Morgenrot' }),
    );
    for (const { id } of [natural, secret]) expect((await api.as(at.stranger).get(`/companies/${id}`)).status).toBe(404);
    expect((await api.as(at.colleague).get(`/companies/${natural.id}`)).status).toBe(200);
    expect((await api.as(at.colleague).get(`/companies/${secret.id}`)).status).toBe(404);
    for (const q of ['Silberpfeil', 'Morgenrot', 'Elektro Beispiel', 'Ada', '06103 900090']) {
      const { body } = await api.as(at.stranger).get<CompanyPageDto>(`/companies?q=${encodeURIComponent(q)}`);
      expect(body).toEqual({ items: [], total: 0 });
    }
    const own = await api.as(at.officer).get<CompanyPageDto>('/companies?q=morgenrot');
    expect(own.body).toMatchObject({ total: 1, items: [{ id: secret.id }] });
    const list = await api.as(at.stranger).get<CompanyPageDto>('/companies?size=200');
    expect(list.body.items.map(({ id }) => id)).not.toContain(natural.id);
    expect(list.body.total).toBe(list.body.items.length);
  });

  it('takes a company along with a case, and its people only with their section', async () => {
    const { id, contacts } = await createCompany(
      api,
      at.officer,
      aCompany(at, { name: 'Malerin Beispiel', legalForm: 'Einzelunternehmen' }),
    );
    const caseId = await openCase(api, at.officer, id);
    await api.world.sql('update service_cases set contact_person_id = $2 where id = $1', [caseId, contacts[0]?.id]);
    await shareCase(api, caseId, at.rodgau, ['MASTER']);
    const first = await api.as(at.stranger).get<CompanyDto>(`/companies/${id}`);
    expect(first.body).toMatchObject({ name: 'Malerin Beispiel', contacts: [] });
    expect((await api.as(at.stranger).get<CompanyPageDto>('/companies?q=malerin')).body.total).toBe(1);
    await shareCase(api, caseId, at.rodgau, ['MASTER', 'CONTACTS']);
    const second = await api.as(at.stranger).get<CompanyDto>(`/companies/${id}`);
    expect(second.body.contacts).toMatchObject([{ firstName: 'Ada' }]);
  });
});

describe('changing a company', () => {
  it('needs the version that was seen', async () => {
    const { id } = await createCompany(api, at.officer, aCompany(at, { sizeClass: 'SMALL' }));
    const as = api.as(at.officer);
    expect((await as.patch(`/companies/${id}`, { website: 'https://firma.example' })).status).toBe(428);
    const changed = await as.patch<CompanyDto>(`/companies/${id}`, { website: 'https://firma.example' }, { version: 1 });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(changed.body).toMatchObject({ website: 'https://firma.example', sizeClass: 'SMALL', version: 2 });
    const stale = await as.patch<Problem>(`/companies/${id}`, { name: 'Anders GmbH' }, { version: 1 });
    expect(stale.status).toBe(412);
    expect(stale.body.details).toMatchObject({ version: 2, current: { website: 'https://firma.example' } });
    const emptied = await as.patch<CompanyDto>(`/companies/${id}`, { website: null, industryCode: '25.62.0' }, { version: 2 });
    expect(emptied.body).toMatchObject({ website: null, industryCode: '25.62.0', industryVersion: 'WZ2025' });
  });

  it('is for its keeper and for whoever was given a case of it', async () => {
    const { id } = await createCompany(api, at.officer, aCompany(at));
    expect((await api.as(at.stranger).patch<Problem>(`/companies/${id}`, { name: 'Fremd GmbH' }, { version: 1 })).body.code).toBe(
      'company.notChangeable',
    );
    expect((await api.as(at.foreigner).patch(`/companies/${id}`, { name: 'Fremd GmbH' }, { version: 1 })).status).toBe(404);
    expect((await api.as(at.manager).patch(`/companies/${id}`, { name: 'Fremd GmbH' }, { version: 1 })).status).toBe(403);
    await openCase(api, at.stranger, id); // a case of one's own is no right to somebody else's facts
    expect((await api.as(at.stranger).patch(`/companies/${id}`, { name: 'Neu GmbH' }, { version: 1 })).status).toBe(403);
    await transferCase(api, await openCase(api, at.officer, id), at.officer, at.stranger);
    expect((await api.as(at.stranger).patch(`/companies/${id}`, { name: 'Neu GmbH' }, { version: 1 })).status).toBe(200);
    const opened = await api.as(at.stranger).patch<Problem>(`/companies/${id}`, { legalForm: 'e.K.' }, { version: 2 });
    expect([opened.status, opened.body.code]).toEqual([403, 'company.notChangeable']); // who may know it is for the keeper to say
    const log = await api.world.sql<{ organisation_id: string; details: object }>(
      `select organisation_id, details from audit_entries where action = 'company.changed' and subject_id = $1`,
      [id],
    );
    expect(log).toHaveLength(2);
    expect(log.find((entry) => entry.organisation_id === at.langen.id)?.details).toEqual({
      name: expect.stringMatching(/ → Neu GmbH$/) as string,
      organisation: at.rodgau.name,
    });
  });

  it('releases a confidential company with hints at those known already', async () => {
    const known = await createCompany(api, at.stranger, aCompany(at, { name: 'Doppelstern Logistik GmbH' }));
    const secret = await createCompany(api, at.officer, { name: 'Doppelstern Logistik AG', confidential: true });
    expect((await api.as(at.colleague).post(`/companies/${secret.id}/release`, {}, { version: 1 })).status).toBe(404);
    expect((await api.as(at.officer).post(`/companies/${secret.id}/release`, {})).status).toBe(428);
    const released = await api.as(at.officer).post(`/companies/${secret.id}/release`, {}, { version: 1 });
    expect(released.status).toBe(200);
    expect(released.body).toMatchObject({ version: 2, duplicates: [{ companyId: known.id }] });
    expect((await api.as(at.stranger).get(`/companies/${secret.id}`)).status).toBe(200);
  });
});
