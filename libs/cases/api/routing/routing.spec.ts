import { randomInt } from 'node:crypto';
import type { RoutingRuleDto, RoutingRulesDto, RoutingSuggestionsDto } from '@lotse/cases/contract';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { aCase, aCompany } from '../cases.fixture';
import { CasesModule } from '../cases.module';

/** A code of this spec alone: the table of postal codes is shared. */
const code = (): string => String(randomInt(90_000, 99_999));

describe('who is responsible', () => {
  let api: TestApi;
  let kreis: TestOrganisation;
  let ihk: TestOrganisation;
  let rodgau: TestOrganisation;
  let officer: TestPerson;
  let keeper: TestPerson;
  const [sure, shared] = [code(), code()];

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    const { world } = api;
    const region = await world.region();
    kreis = await world.organisation(region, 'DISTRICT', 'Kreis Wegweiser');
    ihk = await world.organisation(region, 'CHAMBER', 'IHK Wegweiser');
    rodgau = await world.organisation(region, 'MUNICIPALITY', 'Ort Wegweiser');
    const other = await world.organisation(region, 'MUNICIPALITY', 'Dorf Wegweiser');
    await world.municipality(rodgau, [sure, shared]);
    await world.municipality(other, [shared]);
    await world.sql('update postal_codes set is_ambiguous = true where postal_code = $1', [shared]);
    officer = await world.person(ihk, 'OFFICER');
    keeper = await world.person(kreis, 'ADMINISTRATOR');
    await add({ name: 'Gründung', caseType: 'STARTUP', receiver: 'CHAMBER' });
    await add({ name: 'Kommune des Standorts', why: 'Weil sie dort liegt.', receiver: 'MUNICIPALITY_OF_PLACE' });
  });
  afterAll(() => api.close());

  const add = (rule: object, person = keeper) => api.as(person).post<RoutingRuleDto>('/routing/rules', rule);
  const rules = async (person = keeper) => (await api.as(person).get<RoutingRulesDto>('/routing/rules')).body;
  const ask = async (query: string) => (await api.as(officer).get<RoutingSuggestionsDto>(`/routing/suggestion?${query}`)).body;
  const told = ({ items, ambiguous }: RoutingSuggestionsDto) => [
    ...items.map(({ organisationName, reason }) => `${organisationName}: ${reason}`),
    ...(ambiguous ? ['?'] : []),
  ];

  it('is said with the rule and the municipality that lead there', async () => {
    const found = await ask(`caseType=EXPANSION&postalCode=${sure}&place=Irgendwo`);
    expect(told(found)).toEqual(['Ort Wegweiser: PLACE']);
    expect(found.items[0]).toMatchObject({
      organisationId: rodgau.id,
      ruleName: 'Kommune des Standorts',
      ruleText: 'Weil sie dort liegt.',
      municipality: 'Ort Wegweiser',
    });
    expect(told(await ask(`caseType=STARTUP&postalCode=${sure}`))).toEqual(['IHK Wegweiser: KIND', 'Ort Wegweiser: PLACE']);
  });

  it('is left open where the postal code does not decide or is not known', async () => {
    expect(told(await ask(`caseType=EXPANSION&postalCode=${shared}`)).sort()).toEqual([
      '?',
      'Dorf Wegweiser: POSSIBLE_PLACE',
      'Ort Wegweiser: POSSIBLE_PLACE',
    ]);
    expect(told(await ask('caseType=EXPANSION&postalCode=00000'))).toEqual(['Kreis Wegweiser: PLACE_UNKNOWN', '?']);
    for (const unsure of ['postalCode=&place=', 'postalCode=6322', 'place='])
      expect(told(await ask(`caseType=EXPANSION&${unsure}`))).toEqual(['Kreis Wegweiser: PLACE_UNKNOWN', '?']);
    expect((await api.as(officer).get('/routing/suggestion?ags=1')).body).toMatchObject({
      errors: expect.arrayContaining([
        { pointer: '/caseType', code: 'required' },
        { pointer: '/ags', code: 'matches' },
      ]),
    });
  });

  it('is told for a case by where its company lies, to those who read the case', async () => {
    const companyId = await aCompany(api.world, ihk, 'Wegweiser Beispielbau GmbH');
    await api.world.sql(
      `insert into establishments (company_id, street, house_number, postal_code, place, ags, municipality_source, is_main)
       select $1, 'Beispielweg', '1', $2, 'Ort', ags, 'POSTAL_CODE', true from postal_codes where postal_code = $2`,
      [companyId, sure],
    );
    const { id } = await aCase(api, officer, companyId, { type: 'EXPANSION' });
    const of = (person: TestPerson) => api.as(person).get<RoutingSuggestionsDto>(`/cases/${id}/routing-suggestion`);
    expect(told((await of(officer)).body)).toEqual(['Ort Wegweiser: PLACE']);
    // What an enquiry said about the place counts before the seat of the company.
    await api.world.sql('update service_cases set postal_code = $2 where id = $1', [id, shared]);
    expect((await of(officer)).body).toMatchObject({ ambiguous: true, total: 2 });
    expect((await of(await api.world.person(rodgau, 'OFFICER'))).status).toBe(404);
  });

  it('is ruled by the administration of the intake organisation alone; others read', async () => {
    const administrator = await api.world.person(rodgau, 'ADMINISTRATOR');
    expect((await rules(administrator)).items.map(({ name }) => name)).toEqual((await rules()).items.map(({ name }) => name));
    expect([(await rules(administrator)).mayChange, (await rules()).mayChange]).toEqual([false, true]);
    expect((await add({ name: 'Zu mir', receiver: 'MUNICIPALITY_OF_PLACE' }, administrator)).body).toMatchObject({
      status: 403,
      code: 'routing.notKeeper',
    });
    const foreign = await api.world.person(await api.world.organisation(await api.world.region(), 'DISTRICT'), 'ADMINISTRATOR');
    const [first] = (await rules()).items;
    expect((await api.as(foreign).patch(`/routing/rules/${first?.id}`, { name: 'Fremd' }, { version: 1 })).status).toBe(404);
    expect((await api.as(officer).post('/routing/rules', {})).status).toBe(403);
  });

  it('changes with a rule: order, force, conditions; each change stands in the log', async () => {
    const made = await add({
      name: 'Nur dieser Ort',
      receiver: 'ORGANISATION',
      receiverOrganisationId: ihk.id,
      topic: 'Wegeleitung',
      position: 1,
    });
    expect([made.status, made.body.position, made.headers.get('etag')]).toEqual([201, 1, '"1"']);
    expect((await rules()).items.map(({ name, position }) => `${position} ${name}`)).toEqual([
      '1 Nur dieser Ort',
      '2 Gründung',
      '3 Kommune des Standorts',
    ]);
    expect((await ask(`caseType=OTHER&postalCode=${sure}`)).topics).toEqual(['Wegeleitung']);
    expect(told(await ask(`caseType=OTHER&postalCode=${sure}&topic=WEGELEITUNG`))[0]).toBe('IHK Wegweiser: ORGANISATION');
    const change = (body: object, version: number) =>
      api.as(keeper).patch<RoutingRuleDto>(`/routing/rules/${made.body.id}`, body, { version });
    expect((await change({ active: false, position: 3 }, 1)).body).toMatchObject({
      active: false,
      position: 3,
      topic: 'Wegeleitung',
      version: 2,
    });
    expect(told(await ask(`caseType=OTHER&postalCode=${sure}&topic=WEGELEITUNG`))[0]).toBe('Ort Wegweiser: PLACE');
    expect((await change({ active: true }, 1)).body).toMatchObject({ code: 'stale', details: { version: 2, current: { active: false } } });
    expect((await change({ topic: null, receiver: 'DISTRICT', active: true }, 2)).body).toMatchObject({
      topic: null,
      receiver: 'DISTRICT',
      receiverOrganisationId: null,
    });
    const log = await api.world.sql<{ action: string; details: Record<string, unknown> }>(
      `select action, details from audit_entries where subject_id = $1 order by recorded_at`,
      [made.body.id],
    );
    expect(log.map(({ action }) => action)).toEqual(['routing.ruleAdded', 'routing.ruleChanged', 'routing.ruleChanged']);
    expect(log[1]?.details).toMatchObject({ rule: 'Nur dieser Ort', is_active: 'true → false', position: 3 });
    expect(log[2]?.details).toMatchObject({ topic: 'Wegeleitung → –', receiver: 'ORGANISATION → DISTRICT' });
  });

  it('refuses a rule that names nobody, or what is not of the region', async () => {
    const refused = async (rule: object) =>
      (await add({ name: 'Probe', ...rule })).body as unknown as { status: number; errors?: object[] };
    expect((await refused({ receiver: 'ORGANISATION' })).errors).toEqual([{ pointer: '/receiverOrganisationId', code: 'required' }]);
    expect((await refused({ receiver: 'CHAMBER', ags: '00000000' })).errors).toEqual([{ pointer: '/ags', code: 'municipality.unknown' }]);
    const elsewhere = await api.world.organisation(await api.world.region());
    expect((await refused({ receiver: 'ORGANISATION', receiverOrganisationId: elsewhere.id })).status).toBe(404);
  });
});
