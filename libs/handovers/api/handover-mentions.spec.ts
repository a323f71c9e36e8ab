import type { HandoverDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type Office } from './testing/handover-world';

describe('colleagues named in the words of a handover', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let colleague: TestPerson;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
    colleague = await world.api.world.person(a.organisation, 'OFFICER', 'Karl Amt');
  });
  afterAll(() => world.close());

  const told = (person: TestPerson, caseId: string) =>
    world.sql<{ reason: string }>('select reason from notifications where user_id = $1 and case_id = $2', [person.userId, caseId]);
  const ask = (person: TestPerson, id: string, mentions: TestPerson[]) =>
    world.api.as(person).post<HandoverDto & { code?: string }>(`/handovers/${id}/messages`, {
      note: 'Wer weiß mehr?',
      mentions: mentions.map((one) => one.userId),
    });

  it('are told, those of the sender by the offer, those of the receiver by the answer', async () => {
    const { id: caseId } = await world.aCase(a.officer);
    const { status, body } = await world.offer(a.officer, caseId, b, { mentions: [colleague.userId] });
    expect([status, body.withoutAccess]).toEqual([201, []]);
    expect(await told(colleague, caseId)).toEqual([{ reason: 'MENTION' }]);
    expect((await ask(b.liaison, body.id, [b.manager])).status).toBeLessThan(300);
    expect(await told(b.manager, caseId)).toEqual([{ reason: 'MENTION' }]);
    // Nobody names people of another organisation: they are unknown, and nothing is sent.
    expect((await ask(b.liaison, body.id, [colleague])).body).toMatchObject({ status: 404, code: 'person.notFound' });
    const foreign = await world.offer(a.officer, (await world.aCase(a.officer)).id, b, { mentions: [b.liaison.userId] });
    expect(foreign.body).toMatchObject({ status: 404, code: 'person.notFound' });
  });

  it('who do not read a confidential case hear nothing and are handed back, to be let in', async () => {
    const { id: caseId } = await world.aCase(a.officer, { confidential: true });
    const { body } = await world.offer(a.officer, caseId, b, { mentions: [colleague.userId] });
    expect(body.withoutAccess).toEqual([{ id: colleague.userId, name: 'Karl Amt' }]);
    expect(await told(colleague, caseId)).toEqual([]);
  });
});
