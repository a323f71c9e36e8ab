import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

interface Contact {
  id: string;
  email: string;
  owner_org: string;
}

/** What an offer lends ends with it: nobody makes a lasting right of it, and nobody keeps a hand on what was given away. */
describe('rights that a handover lends', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const openOwn = (who: Office, { companyId }: MadeCase) =>
    world
      .as(who.liaison, `select create_case(new_id(), 'OTHER', 'Eigener Vorgang', $1, null, true, 'Köder', '{}', null, null)`, [companyId])
      .then(
        () => 'opened',
        (error: Error) => error.message,
      );
  const contactOf = async (caseId: string): Promise<Contact> => {
    const [row] = await world.sql<Contact>(
      'select p.id, p.email, p.owner_org from service_cases c join contact_persons p on p.id = c.contact_person_id where c.id = $1',
      [caseId],
    );
    if (!row) throw new Error('no contact');
    return row;
  };

  it.each([
    ['a confidential company', { confidential: true, naturalPerson: false }],
    ["a natural person's firm", { confidential: false, naturalPerson: true }],
  ])('open no case of their own with %s', async (_, kind) => {
    const theCase = await world.aCase(a.officer, kind);
    if (kind.confidential)
      await world.sql(`update companies set confidential = true, project_name = 'Projekt Probe', reader_users = $2 where id = $1`, [
        theCase.companyId,
        [a.officer.userId],
      ]);
    const { id } = (await world.offer(a.officer, theCase.id, b, { kind: 'CONSULT' })).body;
    expect((await world.sight(b.liaison, theCase)).company).toBe(true);
    expect(await openOwn(b, theCase)).toBe('company.notFound');
    await world.decide(b.liaison, id, 'decline');
    expect((await world.sight(b.liaison, theCase)).company).toBe(false);
  });

  it('an own case with an open company is opened, and changes nothing of the company', async () => {
    const theCase = await world.aCase(a.officer);
    expect(await openOwn(b, theCase)).toBe('opened');
    const [row] = await world.as<{ may: boolean }>(b.liaison, 'select may_change_company($1) as may', [theCase.companyId]);
    expect(row?.may).toBe(false);
    await world.handOver(a.officer, theCase.id, b);
    const [given] = await world.as<{ may: boolean }>(b.liaison, 'select may_change_company($1) as may', [theCase.companyId]);
    expect(given?.may).toBe(true);
  });

  it('a former owner neither changes nor silences whom the survey of the new one asks', async () => {
    const theCase = await world.aCase(a.officer);
    const before = await contactOf(theCase.id);
    await world.handOver(a.officer, theCase.id, b);
    const after = await contactOf(theCase.id);
    expect(after).toMatchObject({ email: before.email, owner_org: b.organisation.id });
    await world.as(
      a.officer,
      `update contact_persons set email = 'rivale@firma.example', survey_objected_on = today_in_berlin() where id = $1`,
      [before.id],
    );
    expect((await contactOf(theCase.id)).email).toBe(before.email);
    await expect(
      world.as(a.officer, `update contact_persons set email = 'rivale@firma.example' where id = $1 returning id`, [after.id]),
    ).resolves.toEqual([[], 0]);
    expect((await world.truth(theCase.id)).events).not.toContain('contact.changed');
  });

  it('a case that comes back finds its contact person again instead of a second one', async () => {
    const theCase = await world.aCase(a.officer);
    const before = await contactOf(theCase.id);
    await world.handOver(a.officer, theCase.id, b);
    const [handover] = await world.sql<{ id: string }>(`select id from handovers where case_id = $1`, [theCase.id]);
    const { body } = await world.decide(b.liaison, handover?.id ?? '', 'return');
    await world.decide(a.liaison, body.id, 'accept');
    expect((await contactOf(theCase.id)).id).toBe(before.id);
  });

  it('questions and answers end with the words of the offer', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await world.api.as(a.officer).post(`/handovers/${id}/messages`, { note: 'nur für Sie' });
    const texts = async () => (await world.api.as(b.liaison).get<{ messages: { text: string }[] }>(`/handovers/${id}`)).body.messages;
    expect((await texts()).map(({ text }) => text)).toEqual(['nur für Sie']);
    await world.decide(b.liaison, id, 'accept');
    expect(await texts()).toHaveLength(1);
    const { body } = await world.decide(b.liaison, id, 'return');
    await world.decide(a.liaison, body.id, 'accept');
    expect(await texts()).toEqual([]);
    expect(await world.as(b.liaison, 'select text from handover_messages where handover_id = $1', [id])).toEqual([]);
  });

  it('a deputy of some days gives nobody a right that outlasts them', async () => {
    const theCase = await world.aCase(a.officer, { confidential: true });
    await world.as(a.officer, 'select set_absence($1, $2, today_in_berlin(), today_in_berlin())', [a.officer.userId, a.liaison.userId]);
    expect((await world.sight(a.liaison, theCase)).readable).toBe(true);
    const refused = (text: string, values: unknown[]) =>
      world.as(a.liaison, text, values).then(
        () => 'done',
        (error: Error) => error.message,
      );
    const me = [a.liaison.userId];
    expect(await refused('select set_case_team($1, null, $2)', [theCase.id, me])).toBe('team.deputy');
    expect(await refused('select set_confidential($1, null, false)', [theCase.id])).toBe('team.deputy');
    await world.sql('delete from absences where user_id = $1', [a.officer.userId]);
    expect((await world.sight(a.liaison, theCase)).readable).toBe(false);
    expect(await refused('select set_case_team($1, null, $2)', [theCase.id, me])).toBe('case.notFound');
  });
});
