import type { AgreementDto, AgreementPageDto, RecordAgreementDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type MadeCase, type Office } from '../testing/handover-world';

type Refused = { code?: string; errors?: { pointer: string; code: string }[]; details?: object };

describe('on what sharing rests', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let c: Office;
  let theCase: MadeCase;

  beforeAll(async () => {
    world = await HandoverWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.api.world.region({ requireConsent: true });
    [a, b, c] = [await world.office(region), await world.office(region), await world.office(region)];
    theCase = await world.aCase(a.officer);
  });

  const record = (person: TestPerson, changes: Partial<RecordAgreementDto> = {}, caseId = theCase.id) =>
    world.api.as(person).post<AgreementDto & Refused>(`/cases/${caseId}/agreements`, {
      kind: 'COMPANY',
      purpose: 'Standortsuche in der Region',
      givenBy: 'Probe Beispiel',
      ...changes,
    });
  const list = (person: TestPerson) => world.api.as(person).get<AgreementPageDto & Refused>(`/cases/${theCase.id}/agreements`);
  const withdraw = (person: TestPerson, id: string, body = {}) =>
    world.api.as(person).post<AgreementDto & Refused>(`/agreements/${id}/withdraw`, body);
  const consult = (changes = {}) => world.offer(a.officer, theCase.id, b, { kind: 'CONSULT', basis: 'CONSENT', ...changes });

  it('records who agreed, when, how, to what and for whom', async () => {
    const { status, body } = await record(a.officer, {
      recipientIds: [b.organisation.id],
      sections: ['MASTER', 'NOTES'],
      givenOn: '2026-03-02',
      form: 'EMAIL',
      evidence: 'Mail vom 2. März',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'COMPANY',
      recipients: [{ id: b.organisation.id, name: b.organisation.name }],
      sections: ['MASTER', 'NOTES'],
      givenBy: 'Probe Beispiel',
      givenOn: '2026-03-02',
      form: 'EMAIL',
      recordedByName: a.officer.name,
      withdrawnOn: null,
      inUse: 0,
    });
    expect((await list(a.manager)).body.items).toEqual([body]);
    expect((await world.truth(theCase.id)).events).toContain('agreement.given');
  });

  it('lets an offer show its content at once, and only what was agreed to, to whom it was', async () => {
    const agreement = (await record(a.officer, { recipientIds: [b.organisation.id], sections: ['MASTER', 'NOTES'] })).body;
    const cases = [
      [c, { sections: ['MASTER'] }, 'agreement.doesNotCover'],
      [b, { sections: ['MASTER', 'CONTACTS'] }, 'agreement.doesNotCover'],
    ] as const;
    for (const [to, { sections }, code] of cases)
      expect(
        await world.offer(a.officer, theCase.id, to, {
          kind: 'CONSULT',
          basis: 'CONSENT',
          agreementId: agreement.id,
          sections: [...sections],
        }),
      ).toMatchObject({ status: 422, body: { code } });
    expect((await consult({ agreementId: agreement.id, sections: ['MASTER', 'NOTES'] })).body).toMatchObject({
      stubOnly: false,
      agreementId: agreement.id,
    });
    expect((await world.sight(b.liaison, theCase)).sections).toEqual(['MASTER', 'NOTES']);
    expect((await list(a.officer)).body.items[0]?.inUse).toBe(1);
  });

  it('records the spoken word of the contact person where an offer names no agreement', async () => {
    await consult({ basisReason: 'Am Telefon zugestimmt' });
    expect((await list(a.officer)).body.items).toMatchObject([
      { givenBy: 'Probe Beispiel', form: 'ORAL', evidence: 'Am Telefon zugestimmt', inUse: 1, recipients: [{ id: b.organisation.id }] },
    ]);
    await world.offer(a.officer, theCase.id, c, {
      kind: 'CONSULT',
      basis: 'CONSENT',
      agreement: { givenBy: 'Karla Beispiel', givenOn: '2026-02-03', form: 'WRITTEN' },
    });
    expect((await list(a.officer)).body.items[0]).toMatchObject({ givenBy: 'Karla Beispiel', givenOn: '2026-02-03', form: 'WRITTEN' });
  });

  it('rests an offer on what is recorded, and never invents somebody who agreed', async () => {
    const known = (await record(a.officer)).body;
    await consult();
    expect((await list(a.officer)).body).toMatchObject({ total: 1, items: [{ id: known.id, inUse: 1 }] });
    const alone = await world.aCase(a.officer);
    await world.sql('update service_cases set contact_person_id = null where id = $1', [alone.id]);
    const refused = await world.offer(a.officer, alone.id, b, { kind: 'CONSULT', basis: 'CONSENT' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'agreement.whoAgreed' } });
  });

  it('ends a running share at the moment of withdrawal', async () => {
    const { body: offer } = await consult({ kind: 'CO_WORK', sections: ['MASTER', 'NOTES'] });
    await world.decide(b.liaison, offer.id, 'accept');
    const { id } = (await list(a.officer)).body.items[0]!;
    expect((await world.sight(b.liaison, theCase)).readable).toBe(true);
    expect((await withdraw(a.officer, id, { note: 'Anruf' })).body).toMatchObject({ withdrawnByName: a.officer.name, inUse: 0 });
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: false, stub: false, sections: [] });
    expect((await world.api.as(b.liaison).get(`/handovers/${offer.id}`)).body).toMatchObject({ state: 'ENDED', note: null });
    expect((await world.truth(theCase.id)).events.slice(-2)).toEqual(['agreement.withdrawn', 'handover.ended']);
    expect(await withdraw(a.officer, id)).toMatchObject({ status: 409, body: { code: 'agreement.withdrawn' } });
    expect(await consult({ agreementId: id })).toMatchObject({ status: 422, body: { code: 'agreement.withdrawn' } });
  });

  it('takes every open offer back', async () => {
    const agreement = (await record(a.officer)).body;
    const transfer = (await world.offer(a.officer, theCase.id, b, { basis: 'CONSENT', agreementId: agreement.id })).body;
    const statement = (await world.offer(a.officer, theCase.id, c, { kind: 'CONSULT', basis: 'CONSENT', agreementId: agreement.id })).body;
    await withdraw(a.officer, agreement.id);
    for (const [office, { id }] of [
      [b, transfer],
      [c, statement],
    ] as const) {
      expect(await world.sight(office.liaison, theCase)).toMatchObject({ readable: false, stub: false });
      expect((await world.api.as(office.liaison).get(`/handovers/${id}`)).body).toMatchObject({ state: 'WITHDRAWN', note: null });
      expect(await world.decide(office.liaison, id, 'accept')).toMatchObject({ status: 409, body: { code: 'handover.decided' } });
    }
    expect((await world.truth(theCase.id)).owner).toBe(a.organisation.id);
  });

  it('takes a person out of every share, whatever it rests on, until consent is given again', async () => {
    const { body: shared } = await consult({ sections: ['MASTER', 'CONTACTS'] });
    await world.decide(b.liaison, shared.id, 'accept');
    const consent = (await record(a.officer, { kind: 'PERSON', contactPersonId: theCase.contactId })).body;
    expect(consent.sections).toEqual(['CONTACTS']);
    expect((await world.sight(b.liaison, theCase)).contacts).toBe(1);
    await withdraw(a.officer, consent.id);
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: true, sections: ['MASTER'], contacts: 0 });
    const again = () => world.offer(a.officer, theCase.id, c, { kind: 'CONSULT', basis: 'CONSENT', sections: ['MASTER', 'CONTACTS'] });
    expect(await again()).toMatchObject({ status: 422, body: { code: 'handover.contactWithdrawn' } });
    await record(a.officer, { kind: 'PERSON', contactPersonId: theCase.contactId });
    expect((await again()).status).toBe(201);
  });

  it('is for the owner of the case alone', async () => {
    const agreement = (await record(a.officer)).body;
    const { body } = await consult({ agreementId: agreement.id });
    await world.decide(b.liaison, body.id, 'accept');
    for (const person of [b.liaison, c.officer]) {
      expect(await list(person)).toMatchObject({ status: 404, body: { code: 'case.notFound' } });
      expect((await record(person)).status).toBe(404);
      expect(await withdraw(person, agreement.id)).toMatchObject({ status: 404, body: { code: 'agreement.notFound' } });
    }
    expect((await world.api.as(b.liaison).get(`/handovers/${body.id}`)).body).toMatchObject({ agreementId: null });
    expect((await record(a.manager)).status).toBe(403);
    expect(await world.as(b.liaison, 'select id from sharing_agreements')).toEqual([]);
  });

  it('asks for what is missing or cannot be', async () => {
    const wrong = await world.api.as(a.officer).post<Refused>(`/cases/${theCase.id}/agreements`, { kind: 'PERSON' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/contactPersonId', '/givenBy', '/purpose']);
    expect(await record(a.officer, { givenOn: '2030-01-01' })).toMatchObject({ status: 422, body: { code: 'agreement.inFuture' } });
    const { id } = (await record(a.officer, { givenOn: '2026-03-02' })).body;
    expect(await withdraw(a.officer, id, { withdrawnOn: '2026-03-01' })).toMatchObject({
      status: 422,
      body: { code: 'agreement.beforeGiven' },
    });
    const foreign = await world.aCase(b.officer);
    expect(await record(a.officer, { kind: 'PERSON', contactPersonId: foreign.contactId })).toMatchObject({
      status: 404,
      body: { code: 'contact.notFound' },
    });
  });
});
