import type { RelocationDto, RelocationNoticePageDto, RoutingSuggestionsDto } from '@lotse/cases/contract';
import { MailTemplates } from '@lotse/shared/api';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

/** `here` has the case of a company that moves from its own municipality to `there`; `other` has nothing to do with it. */
describe('a company that moves inside the region', () => {
  let world: HandoverWorld;
  let here: Office;
  let there: Office;
  let other: Office;
  let district: Office;
  let further: Office;
  let keys: [string, string];

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [here, there, other, district] = [
      await world.office(region),
      await world.office(region),
      await world.office(region),
      await world.office(region),
    ];
    further = await world.office(region);
    await world.api.world.municipality(further.organisation);
    keys = [(await world.api.world.municipality(here.organisation)).ags, (await world.api.world.municipality(there.organisation)).ags];
  });
  afterAll(() => world.close());

  const places = (id: string, from: string | null, to: string | null) =>
    world.sql(
      `update case_sections set content = jsonb_strip_nulls(jsonb_build_object('fromMunicipality', $2::text, 'toMunicipality', $3::text,
      'plannedFor', '2027-04-01')) where case_id = $1 and section = 'MASTER'`,
      [id, from, to],
    );
  const aMove = async (owner: TestPerson = here.officer, [from, to] = keys): Promise<MadeCase> => {
    const made = await world.aCase(owner, { type: 'RELOCATION' });
    await places(made.id, from, to);
    return made;
  };
  const read = (id: string, person = here.officer) =>
    world.api.as(person).get<RelocationDto & { code?: string }>(`/cases/${id}/relocation`);
  const consent = { kind: 'CONSENT', by: 'Erika Beispiel', on: '2026-01-15', note: 'Am Telefon.' };
  const release = (id: string, input: object = consent, person = here.officer) =>
    world.api
      .as(person)
      .post<RelocationDto & { code?: string; errors?: object[]; details?: object }>(`/cases/${id}/relocation-release`, input);
  const withdraw = (id: string, person = here.officer) =>
    world.api.as(person).delete<RelocationDto & { code?: string }>(`/cases/${id}/relocation-release`);
  const tell = (id: string, person = here.officer) =>
    world.api.as(person).post<RelocationDto & { code?: string }>(`/cases/${id}/relocation-notices`, {});
  const notices = (person: TestPerson) => world.api.as(person).get<RelocationNoticePageDto>('/relocation-notices');
  const suggested = async (id: string) =>
    (await world.api.as(here.officer).get<RoutingSuggestionsDto>(`/cases/${id}/routing-suggestion`)).body.items.map(
      ({ organisationId }) => organisationId,
    );

  it('counts as a move and says who would be told', async () => {
    const { id } = await aMove();
    expect(await read(id)).toMatchObject({
      status: 200,
      body: {
        kind: 'MOVE_INSIDE',
        counts: 0,
        fromName: here.organisation.name,
        toName: there.organisation.name,
        release: null,
        sides: [{ organisationId: there.organisation.id, toldAt: null }],
      },
    });
    await places(id, '00000000', keys[1]);
    expect((await read(id)).body).toMatchObject({ kind: 'MOVE_IN', counts: 1, fromName: null });
  });

  it('is offered to neither place before the release, of whatever kind the offer is; to others it is', async () => {
    const { id } = await aMove(district.officer);
    for (const kind of ['TRANSFER', 'CONSULT', 'CO_WORK'] as const)
      for (const place of [here, there])
        expect(await world.offer(district.officer, id, place, { kind, preset: 'ALLES_NOETIGE' })).toMatchObject({
          status: 422,
          body: { code: 'relocation.notReleased' },
        });
    expect(
      (await notices(there.liaison)).body.items.filter(({ byOrganisationName }) => byOrganisationName === district.organisation.name),
    ).toEqual([]);
    expect((await world.offer(district.officer, id, other, { kind: 'CONSULT' })).status).toBe(201);
    await release(id, consent, district.officer);
    expect((await world.offer(district.officer, id, there, { kind: 'CONSULT' })).status).toBe(201);
  });

  it('asks for the places first: while one is missing, no municipality is told', async () => {
    const { id } = await aMove(district.officer);
    for (const [from, to] of [
      [null, null],
      [keys[0], null],
      [null, keys[1]],
    ] as const) {
      await places(id, from, to);
      expect(await world.offer(district.officer, id, further, { kind: 'CONSULT' })).toMatchObject({
        status: 422,
        body: { code: 'relocation.placesMissing' },
      });
    }
    await places(id, keys[0], null);
    expect((await world.offer(district.officer, id, here, { kind: 'CONSULT' })).body).toMatchObject({ code: 'relocation.notReleased' });
    // Whoever stands for no municipality is asked as always.
    expect((await world.offer(district.officer, id, other, { kind: 'CONSULT' })).status).toBe(201);
    await places(id, '00000000', keys[1]);
    expect((await world.offer(district.officer, id, further, { kind: 'CONSULT' })).status).toBe(201);
  });

  it('is offered to the place the company agreed to tell, and tells the other nothing', async () => {
    const { id } = await aMove(district.officer);
    const named = await world.api.as(district.officer).post<{ id: string }>(`/cases/${id}/agreements`, {
      kind: 'COMPANY',
      purpose: 'Suche in Zielort',
      givenBy: 'Erika Beispiel',
      recipientIds: [there.organisation.id],
    });
    const on = { kind: 'CONSULT', basis: 'CONSENT', agreementId: named.body.id } as const;
    expect((await world.offer(district.officer, id, here, on)).status).toBe(422);
    expect((await world.offer(district.officer, id, there, on)).status).toBe(201);
    expect(
      (await notices(here.liaison)).body.items.filter(({ byOrganisationName }) => byOrganisationName === district.organisation.name),
    ).toEqual([]);
    await world.api.as(district.officer).post(`/agreements/${named.body.id}/withdraw`, {});
    expect(await world.offer(district.officer, id, there, on)).toMatchObject({ status: 422, body: { code: 'relocation.notReleased' } });
  });

  it('comes to no place by being entered while an offer of the stub lies there', async () => {
    const region = await world.api.world.region({ requireConsent: true });
    const [from, to, ours, third] = [
      await world.office(region),
      await world.office(region),
      await world.office(region),
      await world.office(region),
    ];
    const [start, end, later] = await Promise.all(
      [from, to, third].map(async ({ organisation }) => (await world.api.world.municipality(organisation)).ags),
    );
    const { id } = await aMove(ours.officer, [start ?? '', end ?? '']);
    expect((await world.offer(ours.officer, id, third, { kind: 'CONSULT' })).body).toMatchObject({ stubOnly: true });
    const { version } = (await world.api.as(ours.officer).get<{ version: number }>(`/cases/${id}`)).body;
    const details = { fromMunicipality: start, toMunicipality: later };
    const refused = await world.api.as(ours.officer).patch(`/cases/${id}`, { details }, { version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'relocation.notReleased' } });
  });

  it('may be offered all the same with a reason, which stands in the audit log', async () => {
    const { id } = await aMove();
    const answer = await world.offer(here.officer, id, there, { kind: 'CONSULT', basis: 'OVERRIDE', basisReason: 'Gefahr im Verzug' });
    expect(answer.status).toBe(201);
    expect(await world.sql('select details from audit_entries where subject_id = $1', [answer.body.id])).toHaveLength(1);
  });

  it('goes back to who handed it over, which knows of it already', async () => {
    const { id } = await aMove(there.officer);
    const handover = await world.handOver(there.officer, id, other);
    await places(id, ...keys);
    expect((await world.decide(other.liaison, handover, 'return')).status).toBe(201);
  });

  it('is suggested to neither place before the release', async () => {
    const made = await aMove();
    await world.sql(
      `insert into establishments (id, company_id, street, house_number, postal_code, place, ags, municipality_source, municipality_reason, is_main)
       values (new_id(), $1, 'Probeweg', '1', '00000', 'Probe', $2, 'CHOSEN', 'Probe', true)`,
      [made.companyId, keys[1]],
    );
    await world.sql(
      `insert into routing_rules (region_id, position, name, why, receiver) select region_id, 1 + coalesce((select max(position) from routing_rules r
         where r.region_id = o.region_id), 0), 'Probe', 'Probe', 'MUNICIPALITY_OF_PLACE' from organisations o where id = $1`,
      [here.organisation.id],
    );
    expect(await suggested(made.id)).not.toContain(there.organisation.id);
    await release(made.id);
    expect(await suggested(made.id)).toContain(there.organisation.id);
  });

  it('tells both places at once after the release: their liaisons alone, by notice and by mail', async () => {
    const { id, companyId } = await aMove(district.officer);
    expect(await tell(id, district.officer)).toMatchObject({ status: 422, body: { code: 'relocation.notReleased' } });
    expect((await release(id, consent, district.officer)).body.release).toMatchObject({
      kind: 'CONSENT',
      by: 'Erika Beispiel',
      on: '2026-01-15',
    });
    const { status, body } = await tell(id, district.officer);
    expect(status).toBe(200);
    expect(body.sides.map(({ toldByName }) => toldByName)).toEqual([district.officer.name, district.officer.name]);
    const companyName = `Probe ${companyId.slice(0, 8)} GmbH`;
    for (const place of [here, there]) {
      expect((await notices(place.liaison)).body.items).toContainEqual(
        expect.objectContaining({
          companyName,
          fromName: here.organisation.name,
          toName: there.organisation.name,
          plannedFor: '2027-04-01',
        }),
      );
      expect((await notices(place.officer)).status).toBe(403);
      expect(await world.sight(place.liaison, { id, companyId, contactId: '' })).toMatchObject({
        readable: false,
        stub: false,
        events: [],
      });
    }
    expect((await notices(other.liaison)).body.items).toEqual([]);
    const mails = await world.sql<{ id: string; to: string }>(
      `select m.ref_id as id, m.recipient as to from outgoing_mails m join relocation_notices n on n.id = m.ref_id where n.case_id = $1 and m.template = 'relocation.told'`,
      [id],
    );
    expect(mails.map(({ to }) => to).sort()).toEqual([here.liaison.email, there.liaison.email].sort());
    const letter = await world.api.app.get(MailTemplates).render('relocation.told', mails[0]?.id ?? '', 'de');
    expect(letter?.text).toContain('/uebergaben/verlagerungen');
    expect(letter?.text).not.toContain(companyName);
    expect(await tell(id, district.officer)).toMatchObject({ status: 409, body: { code: 'relocation.toldBefore' } });
    expect((await world.truth(id)).events).toEqual(expect.arrayContaining(['relocation.released', 'relocation.told']));
    expect(await withdraw(id, district.officer)).toMatchObject({ status: 409, body: { code: 'relocation.told' } });
  });

  it('takes a release back as long as nobody was told', async () => {
    const { id } = await aMove();
    expect(await withdraw(id)).toMatchObject({ status: 409, body: { code: 'relocation.nothingToWithdraw' } });
    await release(id, { kind: 'PUBLISHED', on: '2026-02-01', note: 'Pressemitteilung' });
    expect(await release(id)).toMatchObject({ status: 409, body: { code: 'relocation.released' } });
    expect(await withdraw(id)).toMatchObject({ status: 200, body: { release: null } });
    expect(await tell(id)).toMatchObject({ status: 422, body: { code: 'relocation.notReleased' } });
    expect((await release(id)).status).toBe(201);
    await world.offer(here.officer, id, there, { kind: 'CONSULT' });
    expect(await withdraw(id)).toMatchObject({ status: 409, body: { code: 'relocation.told' } });
  });

  it('lets one of several who tell at the same moment win', async () => {
    const { id } = await aMove();
    await release(id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    expect(await world.sql('select 1 from relocation_notices where case_id = $1', [id])).toHaveLength(1);
  });

  it('refuses what says too little', async () => {
    const { id } = await aMove();
    const { by: _, ...nobody } = consent;
    const refused: [object, string][] = [
      [nobody, '/by'],
      [{ kind: 'PUBLISHED', on: '2026-02-01' }, '/note'],
      [{ ...consent, on: '2199-01-01' }, '/on'],
      [{ ...consent, kind: 'RUMOUR' }, '/kind'],
    ];
    for (const [input, pointer] of refused)
      expect(await release(id, input)).toMatchObject({ status: 400, body: { errors: [expect.objectContaining({ pointer })] } });
    const expansion = await world.aCase(here.officer);
    expect(await release(expansion.id)).toMatchObject({ status: 422, body: { code: 'relocation.otherType' } });
    expect((await read(expansion.id)).body).toMatchObject({ kind: 'NONE', counts: 0, sides: [] });
    await places(id, keys[0], null);
    await release(id);
    expect(await tell(id)).toMatchObject({ status: 422, body: { code: 'relocation.nobodyToTell' } });
  });

  it('is none of the business of others, with either layer alone', async () => {
    const { id } = await aMove();
    await release(id);
    await tell(id);
    for (const person of [there.liaison, other.manager]) expect((await read(id, person)).status).toBe(404);
    const asks = [
      (person: TestPerson) => release(id, consent, person),
      (person: TestPerson) => tell(id, person),
      (person: TestPerson) => withdraw(id, person),
    ];
    for (const ask of asks) expect([(await ask(other.officer)).status, (await ask(here.manager)).status]).toEqual([404, 403]);
    expect((await read(id, here.manager)).status).toBe(200);
    const count = (person: TestPerson) =>
      world.as(person, 'select 1 from relocation_notices where case_id = $1', [id]).then(({ length }) => length);
    expect(await Promise.all([count(there.liaison), count(there.officer), count(other.liaison), count(here.officer)])).toEqual([
      1, 0, 0, 1,
    ]);
    expect(await world.as(there.liaison, 'select 1 from relocation_releases where case_id = $1', [id])).toEqual([]);
    const secret = await world.aCase(here.officer, { type: 'RELOCATION', confidential: true });
    expect((await read(secret.id, here.liaison)).status).toBe(404);
    expect((await release(secret.id, consent, here.liaison)).status).toBe(404);
  });
});
