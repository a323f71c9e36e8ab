import type { HandoverPageDto, OrganisationAccountabilityDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type Office } from '../testing/handover-world';

describe('what an organisation answers for', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
  });

  const ask = (person: TestPerson, office: Office, query = '') =>
    world.api
      .as(person)
      .get<OrganisationAccountabilityDto & { code?: string; errors?: object[] }>(
        `/organisations/${office.organisation.id}/accountability${query}`,
      );
  const offerTo = async (office: Office, changes = {}) => {
    const theCase = await world.aCase(a.officer);
    return { theCase, id: (await world.offer(a.officer, theCase.id, office, changes)).body.id };
  };

  it('counts the offers of a period by what came of them', async () => {
    const [accepted, returned, declined, overdue] = [await offerTo(b), await offerTo(b), await offerTo(b), await offerTo(b)];
    await offerTo(b, { kind: 'CONSULT' });
    await world.decide(b.liaison, accepted.id, 'accept');
    await world.decide(b.liaison, returned.id, 'accept');
    const back = (await world.decide(b.liaison, returned.id, 'return')).body;
    await world.decide(a.liaison, back.id, 'accept');
    await world.decide(b.liaison, declined.id, 'decline', { reasonCode: 'NOT_RESPONSIBLE' });
    await world.overdue(overdue.id);
    const { body } = await ask(b.manager, b);
    expect(body).toMatchObject({
      organisationId: b.organisation.id,
      offersReceived: 5,
      accepted: 2,
      declined: 1,
      withdrawn: 0,
      expired: 1,
      open: 1,
      returned: 1,
      decided: 3,
      medianWorkingDaysToDecide: 0,
      casesWithThreeOrMoreHandovers: 0,
    });
    expect(body.declinedByReason).toContainEqual({ reasonCode: 'NOT_RESPONSIBLE', count: 1 });
    expect(body.medianSecondsToDecide).toBeGreaterThanOrEqual(0);
    expect((await ask(a.manager, a)).body).toMatchObject({ offersReceived: 1, accepted: 1 });

    // Every number is a door: the list behind it has as many rows.
    for (const [outcome, count] of [
      ['ACCEPTED', body.accepted],
      ['DECLINED', body.declined],
      ['EXPIRED', body.expired],
      ['OPEN', body.open],
    ] as const) {
      const rows = await world.api
        .as(b.manager)
        .get<HandoverPageDto>(`/handovers?box=in&confidential=false&outcome=${outcome}&from=${body.from}&to=${body.to}`);
      expect([outcome, rows.body.total]).toEqual([outcome, count]);
    }
  });

  it('leaves out confidential cases and other days', async () => {
    const secret = await world.aCase(a.officer, { confidential: true });
    await world.offer(a.officer, secret.id, b);
    const before = await offerTo(b);
    await world.sql(`update handovers set offered_at = '2024-05-02T10:00:00Z', due_at = '2024-05-07T22:00:00Z' where id = $1`, [before.id]);
    expect((await ask(b.manager, b)).body).toMatchObject({ offersReceived: 0, medianSecondsToDecide: null });
    expect((await ask(b.liaison, b, '?from=2024-05-02&to=2024-05-02')).body).toMatchObject({
      offersReceived: 1,
      expired: 1,
      from: '2024-05-02',
      to: '2024-05-02',
    });
  });

  it('counts the cases that changed hands three times', async () => {
    const theCase = await world.aCase(a.officer);
    await world.handOver(a.officer, theCase.id, b);
    await world.handOver(b.liaison, theCase.id, a);
    expect((await ask(a.manager, a)).body.casesWithThreeOrMoreHandovers).toBe(0);
    await world.handOver(a.liaison, theCase.id, b);
    expect((await ask(b.manager, b)).body.casesWithThreeOrMoreHandovers).toBe(1);
    expect((await ask(a.manager, a)).body.casesWithThreeOrMoreHandovers).toBe(0);
  });

  it('is nobody else’s business, and asks for real days', async () => {
    expect(await ask(a.manager, b)).toMatchObject({ status: 404, body: { code: 'organisation.notFound' } });
    expect((await ask(b.manager, b, '?from=&to=')).status).toBe(200);
    const administrator = await world.api.world.person(b.organisation, 'ADMINISTRATOR');
    expect((await ask(administrator, b)).status).toBe(403);
    expect(await ask(b.manager, b, '?from=2026-02-30')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/from' }] } });
    expect(await ask(b.manager, b, '?from=2026-03-02&to=2026-03-01')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'beforeStart' }] },
    });
  });
});
