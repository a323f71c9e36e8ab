import type { CompanyVisibilityDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type Office } from '../testing/handover-world';

describe('"Wer sieht das, und warum?" of a company', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let far: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
    far = await world.office(await world.api.world.region());
  });
  afterAll(() => world.close());

  const ask = (person: TestPerson, id: string) => world.api.as(person).get<CompanyVisibilityDto>(`/companies/${id}/visibility`);
  const organisations = async (person: TestPerson, id: string) =>
    (await ask(person, id)).body.items.filter(({ userId }) => !userId).map(({ organisationId, reason }) => [organisationId, reason]);

  it('says that the region reads the master data of legal persons', async () => {
    const { companyId } = await world.aCase(a.officer);
    expect(await organisations(a.officer, companyId)).toEqual([
      [a.organisation.id, 'KEEPER'],
      [b.organisation.id, 'REGION'],
    ]);
    expect(await organisations(b.manager, companyId)).toEqual([
      [a.organisation.id, 'KEEPER'],
      [b.organisation.id, 'REGION'],
    ]);
    expect((await ask(far.officer, companyId)).status).toBe(404);
  });

  it('keeps the firm of a natural person within the organisation, but for those a case was shared with', async () => {
    const theCase = await world.aCase(a.officer, { naturalPerson: true });
    expect(await organisations(a.officer, theCase.companyId)).toEqual([[a.organisation.id, 'KEEPER']]);
    expect((await ask(b.officer, theCase.companyId)).status).toBe(404);
    const { body } = await world.offer(a.officer, theCase.id, far, { kind: 'CONSULT' });
    expect((await ask(a.officer, theCase.companyId)).body.items[1]).toMatchObject({
      organisationId: far.organisation.id,
      reason: 'CASE',
      caseId: theCase.id,
    });
    expect(await organisations(far.officer, theCase.companyId)).toEqual([
      [a.organisation.id, 'KEEPER'],
      [far.organisation.id, 'CASE'],
    ]);
    await world.decide(far.liaison, body.id, 'decline');
    expect((await ask(far.officer, theCase.companyId)).status).toBe(404);
  });

  it('shows a confidential company to its team alone', async () => {
    const id = '0198c0de-0000-7000-8000-' + Math.random().toString(16).slice(2, 14).padEnd(12, '0');
    await world.as(
      a.officer,
      `insert into companies (id, name, confidential, project_name) values ($1, 'Geheim Probe GmbH', true, 'Projekt Still')`,
      [id],
    );
    const { items } = (await ask(a.officer, id)).body;
    expect(items.map(({ userId, reason }) => [userId, reason])).toEqual([
      [undefined, 'KEEPER'],
      [a.officer.userId, 'TEAM'],
    ]);
    for (const person of [a.liaison, a.manager, b.officer]) expect((await ask(person, id)).status).toBe(404);
  });
});
