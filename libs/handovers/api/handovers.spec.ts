import { randomUUID } from 'node:crypto';
import { berlinDay, countWorkingDays } from '@lotse/shared/contract';
import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

describe('the life of a handover', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let c: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b, c] = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const offered = async (changes: object = {}): Promise<{ theCase: MadeCase; id: string }> => {
    const theCase = await world.aCase(a.officer);
    const { status, body } = await world.offer(a.officer, theCase.id, b, changes);
    expect({ status, code: body.code }).toEqual({ status: 201, code: undefined });
    return { theCase, id: body.id };
  };

  it('offers a case: basis, reason, note and a due date two working days ahead', async () => {
    const theCase = await world.aCase(a.officer);
    const { status, body } = await world.offer(a.officer, theCase.id, b, { basis: 'CONSENT', basisReason: 'Frau Beispiel, mündlich' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'TRANSFER',
      state: 'OFFERED',
      caseId: theCase.id,
      side: 'FROM',
      fromOrganisationId: a.organisation.id,
      toOrganisationId: b.organisation.id,
      basis: 'CONSENT',
      basisReason: 'Frau Beispiel, mündlich',
      reasonCode: 'RESPONSIBILITY',
      note: 'Bitte übernehmen',
      offeredByName: a.officer.name,
      actions: ['withdraw'],
      timeLeft: { workingDays: 2, over: false },
    });
    expect(body.sections.sort()).toEqual(['CONTACTS', 'DOCUMENTS', 'MASTER', 'NOTES', 'PERMITS']);
    expect(countWorkingDays(berlinDay(new Date()), body.dueOn, { state: 'HE' })).toBe(2);
    expect((await world.truth(theCase.id)).owner).toBe(a.organisation.id);
    expect((await world.truth(theCase.id)).events.at(-1)).toBe('handover.offered');
  });

  it('moves the owner only when the receiver accepts, and makes the accepting person the officer', async () => {
    const { theCase, id } = await offered();
    const accepted = await world.decide(b.liaison, id, 'accept', { note: 'Gern' });
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ state: 'ACCEPTED', decidedByName: b.liaison.name, decisionNote: 'Gern', caseAccess: 'FULL' });
    const truth = await world.truth(theCase.id);
    expect(truth).toMatchObject({ owner: b.organisation.id, officer: b.liaison.userId, openTransfers: 0 });
    expect(truth.events.slice(-2)).toEqual(['handover.accepted', 'owner.changed']);
  });

  it('keeps the case with the sender after a decline, and tells the sender why', async () => {
    const { theCase, id } = await offered();
    const declined = await world.decide(b.liaison, id, 'decline', { reasonCode: 'NOT_RESPONSIBLE', note: 'Liegt in Hainburg' });
    expect(declined.body).toMatchObject({ state: 'DECLINED', decisionReasonCode: 'NOT_RESPONSIBLE', note: null, caseTitle: null });
    const { body } = await world.api.as(a.officer).get(`/handovers/${id}`);
    expect(body).toMatchObject({ state: 'DECLINED', decisionNote: 'Liegt in Hainburg', note: 'Bitte übernehmen', actions: [] });
    expect((await world.truth(theCase.id)).owner).toBe(a.organisation.id);
  });

  it.each(['decline', 'return'])('refuses to %s without reason code and words, field by field', async (action) => {
    const { theCase, id } = await offered();
    if (action === 'return') await world.decide(b.liaison, id, 'accept');
    const empty = await world.api.as(b.liaison).post(`/handovers/${id}/${action}`, {});
    expect(empty.status).toBe(400);
    const pointers = (empty.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/reasonCode', '/note']));
    const blank = await world.decide(b.liaison, id, action, { note: ' \n ' });
    expect(blank).toMatchObject({ status: 400, body: { errors: [{ pointer: '/note' }] } });
    const unknown = await world.decide(b.liaison, id, action, { reasonCode: 'CAPACITY' });
    expect(unknown).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reasonCode' }] } });
    expect((await world.truth(theCase.id)).openTransfers).toBe(action === 'decline' ? 1 : 0);
  });

  it('lets the sender withdraw, and nobody decide afterwards', async () => {
    const { id } = await offered();
    expect((await world.decide(a.liaison, id, 'withdraw', { note: 'Hat sich erledigt' })).body).toMatchObject({ state: 'WITHDRAWN' });
    for (const [person, action] of [
      [b.liaison, 'accept'],
      [b.liaison, 'decline'],
      [a.officer, 'withdraw'],
    ] as const) {
      const late = await world.decide(person, id, action);
      expect(late).toMatchObject({
        status: 409,
        body: { code: 'handover.decided', details: { state: 'WITHDRAWN', decidedBy: a.liaison.name } },
      });
      expect(Date.parse(String(late.body.details?.['decidedAt']))).not.toBeNaN();
    }
  });

  it('returns a case by a new offer to the former owner; RETURNED only when that is accepted', async () => {
    const { theCase, id } = await offered();
    await world.decide(b.liaison, id, 'accept');
    const back = await world.decide(b.officer, id, 'return', { reasonCode: 'INCOMPLETE', note: 'Unterlagen fehlen' });
    expect(back.status).toBe(201);
    expect(back.body).toMatchObject({ kind: 'TRANSFER', state: 'OFFERED', returnOf: id, toOrganisationId: a.organisation.id });
    expect((await world.truth(theCase.id)).owner).toBe(b.organisation.id);
    expect((await world.decide(b.officer, id, 'return')).body).toMatchObject({ code: 'handover.transferOpen' });

    await world.decide(a.liaison, back.body.id, 'accept');
    expect((await world.truth(theCase.id)).owner).toBe(a.organisation.id);
    const { body } = await world.api.as(b.liaison).get(`/handovers/${id}`);
    expect(body).toMatchObject({ state: 'RETURNED', endedByName: a.liaison.name, caseAccess: 'STUB' });
    expect((await world.decide(b.officer, id, 'return')).body).toMatchObject({ code: 'handover.decided', details: { state: 'RETURNED' } });
  });

  it('returns only the latest transfer, by the organisation that still owns the case', async () => {
    const theCase = await world.aCase(a.officer);
    const first = await world.handOver(a.officer, theCase.id, b);
    await world.handOver(b.officer, theCase.id, c);
    expect(await world.decide(b.officer, first, 'return')).toMatchObject({ status: 422, body: { code: 'handover.notLatestTransfer' } });
    expect((await world.api.as(b.officer).get(`/handovers/${first}`)).body['actions']).toEqual([]);
    expect((await world.truth(theCase.id)).owner).toBe(c.organisation.id);
  });

  it.each(['CONSULT', 'CO_WORK'])('runs a %s until either side ends it; the owner stays', async (kind) => {
    for (const ender of [a.officer, b.liaison]) {
      const { theCase, id } = await offered({ kind, preset: 'ALLES_NOETIGE' });
      expect((await world.decide(b.liaison, id, 'end')).body).toMatchObject({ code: 'handover.notRunning' });
      expect((await world.decide(b.liaison, id, 'accept')).body).toMatchObject({ state: 'ACCEPTED', caseAccess: 'SHARED' });
      expect(await world.decide(b.liaison, id, 'return')).toMatchObject({ status: 422 });
      expect((await world.decide(ender, id, 'end', { note: 'Fertig' })).body).toMatchObject({ state: 'ENDED', endedByName: ender.name });
      expect(await world.decide(a.officer, id, 'end')).toMatchObject({
        status: 409,
        body: { code: 'handover.notRunning', details: { state: 'ENDED', decidedBy: ender.name } },
      });
      expect((await world.truth(theCase.id)).owner).toBe(a.organisation.id);
    }
  });

  it('gives the statement of the consulted side to the sender', async () => {
    const { id } = await offered({ kind: 'CONSULT' });
    await world.decide(b.liaison, id, 'accept');
    await world.decide(b.liaison, id, 'end', { note: 'Keine Bedenken' });
    const { body } = await world.api.as(a.officer).get(`/handovers/${id}`);
    expect(body['messages']).toMatchObject([{ text: 'Keine Bedenken', byName: b.liaison.name, byOrganisationId: b.organisation.id }]);
  });

  it('cannot end a transfer, offer to itself, offer a closed case or close a case on offer', async () => {
    const { theCase, id } = await offered();
    const closing = (caseId: string) => world.as(a.officer, `select set_case_status($1, 1, 'CLOSED', null, 'ACHIEVED')`, [caseId]);
    await expect(closing(theCase.id)).rejects.toThrow('case.transferOpen');
    await world.decide(b.liaison, id, 'accept');
    expect(await world.decide(b.liaison, id, 'end')).toMatchObject({ status: 422, body: { code: 'handover.transferCannotEnd' } });

    const own = await world.aCase(a.officer);
    expect(await world.offer(a.officer, own.id, a)).toMatchObject({ status: 422, body: { code: 'handover.toSelf' } });
    await closing(own.id);
    expect(await world.offer(a.officer, own.id, b)).toMatchObject({ status: 422, body: { code: 'handover.caseClosed' } });
  });

  it('allows one open transfer per case and one share of a kind per organisation', async () => {
    const { theCase } = await offered();
    const second = await world.offer(a.officer, theCase.id, c);
    expect(second).toMatchObject({
      status: 409,
      body: {
        code: 'handover.transferOpen',
        details: { state: 'OFFERED', offeredBy: a.officer.name, toOrganisationId: b.organisation.id },
      },
    });
    expect((await world.offer(a.officer, theCase.id, c, { kind: 'CONSULT' })).status).toBe(201);
    expect(await world.offer(a.officer, theCase.id, c, { kind: 'CONSULT' })).toMatchObject({ body: { code: 'handover.alreadyShared' } });
  });

  it('ends every share and withdraws every other offer when a transfer is accepted', async () => {
    const { theCase, id } = await offered();
    const consult = (await world.offer(a.officer, theCase.id, c, { kind: 'CONSULT' })).body.id;
    const coWork = (await world.offer(a.officer, theCase.id, c, { kind: 'CO_WORK' })).body.id;
    await world.decide(c.liaison, coWork, 'accept');
    await world.decide(b.liaison, id, 'accept');
    expect((await world.api.as(c.liaison).get(`/handovers/${consult}`)).body).toMatchObject({ state: 'WITHDRAWN', caseAccess: null });
    expect((await world.api.as(c.liaison).get(`/handovers/${coWork}`)).body).toMatchObject({ state: 'ENDED', caseAccess: null });
    expect(await world.sight(c.liaison, theCase)).toMatchObject({ readable: false, sections: [], events: [], interactions: 0 });
    expect((await world.truth(theCase.id)).events).toEqual(expect.arrayContaining(['handover.withdrawn', 'handover.ended']));
  });

  it('asks and answers without deciding', async () => {
    const { id } = await offered();
    const asked = await world.api.as(b.officer).post(`/handovers/${id}/messages`, { note: 'Welche Fläche?' });
    expect(asked.status).toBe(201);
    const answered = await world.api.as(a.officer).post(`/handovers/${id}/messages`, { note: 'Rund 1.200 m²' });
    expect(answered.body['messages']).toMatchObject([{ text: 'Welche Fläche?' }, { text: 'Rund 1.200 m²', byName: a.officer.name }]);
    expect(answered.body).toMatchObject({ state: 'OFFERED' });
    await world.decide(b.liaison, id, 'decline');
    expect(await world.api.as(b.officer).post(`/handovers/${id}/messages`, { note: 'Noch etwas' })).toMatchObject({ status: 409 });
    const { body } = await world.api.as(b.officer).get(`/handovers/${id}`);
    expect(body['messages']).toMatchObject([{ text: 'Welche Fläche?' }]);
  });

  it('writes an override and its reason to the audit of the sender', async () => {
    const theCase = await world.aCase(a.officer);
    const missing = await world.offer(a.officer, theCase.id, b, { basis: 'OVERRIDE' });
    expect(missing).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/basisReason' })]) },
    });
    const { body } = await world.offer(a.officer, theCase.id, b, { basis: 'OVERRIDE', basisReason: 'Gefahr im Verzug' });
    const entries = await world.sql('select organisation_id, details from audit_entries where subject_id = $1', [body.id]);
    const facts = {
      toOrganisation: b.organisation.name,
      handoverKind: 'TRANSFER',
      reason: 'Gefahr im Verzug',
      fileNumber: expect.any(String),
    };
    const written = { organisation_id: a.organisation.id, details: { ...facts, sections: expect.arrayContaining(['MASTER']) } };
    expect(entries).toEqual([written]);
  });

  it('refuses bad input with its field and changes nothing', async () => {
    const theCase = await world.aCase(a.officer);
    const bad: [object, string][] = [
      [{ toOrganisationId: 'Rodgau' }, '/toOrganisationId'],
      [{ kind: 'GIFT' }, '/kind'],
      [{ reasonCode: 'NO_CAPACITY' }, '/reasonCode'],
      [{ note: '' }, '/note'],
      [{ note: 'x'.repeat(4001) }, '/note'],
      [{ sections: ['MASTER', 'SECRETS'] }, '/sections'],
      [{ preset: 'ALLES' }, '/preset'],
      [{ dueOn: '2030-01-01' }, '/dueOn'],
    ];
    for (const [change, pointer] of bad) {
      const { status, body } = await world.offer(a.officer, theCase.id, b, change);
      expect({ pointer, status, code: body.code }).toEqual({ pointer, status: 400, code: 'validation' });
      expect((body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer).toContain(pointer);
    }
    expect((await world.offer(a.officer, theCase.id, b, { kind: 'CO_WORK', sections: ['MASTER'] })).body.code).toBe(
      'handover.coWorkNeedsNotes',
    );
    expect((await world.truth(theCase.id)).events).not.toContain('handover.offered');
  });

  it('answers unknown and foreign ids alike', async () => {
    const { theCase, id } = await offered();
    const unknown = await world.offer(a.officer, theCase.id, { ...b.organisation, id: randomUUID() });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'organisation.notFound' } });
    for (const handoverId of [id, randomUUID()]) {
      expect(await world.api.as(c.liaison).get(`/handovers/${handoverId}`)).toMatchObject({
        status: 404,
        body: { code: 'handover.notFound' },
      });
      for (const action of ['accept', 'decline', 'withdraw', 'return', 'end'])
        expect(await world.decide(c.liaison, handoverId, action)).toMatchObject({ status: 404, body: { code: 'handover.notFound' } });
    }
    for (const caseId of [theCase.id, randomUUID()]) {
      expect(await world.offer(c.officer, caseId, b)).toMatchObject({ status: 404, body: { code: 'case.notFound' } });
      expect(await world.api.as(c.officer).get(`/cases/${caseId}/handovers`)).toMatchObject({
        status: 404,
        body: { code: 'case.notFound' },
      });
    }
  });
});
