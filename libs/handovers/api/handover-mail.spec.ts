import { MailTemplates } from '@lotse/shared/api';
import { HandoverWorld, type Office } from './testing/handover-world';

describe('mail about handovers', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const write = (occasion: string, id: string, language: 'de' | 'en' = 'de') =>
    world.api.app.get(MailTemplates).render(`handover.${occasion}`, id, language);

  it.each(['de', 'en'] as const)('carries file number and link and nothing of the case (%s)', async (language) => {
    const theCase = await world.aCase(a.officer);
    const { id, fileNumber } = (await world.offer(a.officer, theCase.id, b, { note: 'Streng geheim' })).body;
    const offered = await write('offered', id, language);
    expect(offered?.subject).toContain(fileNumber);
    expect(offered?.text).toContain(`http://localhost:3000/uebergaben/${id}`);
    await world.decide(b.liaison, id, 'decline', { note: 'Auch geheim' });
    for (const occasion of ['accepted', 'declined', 'withdrawn', 'expired', 'asked']) {
      const mail = await write(occasion, id, language);
      const all = `${mail?.subject}\n${mail?.text}`;
      expect(all).toContain(fileNumber);
      for (const secret of ['geheim', 'Halle', 'Probe', a.organisation.name, b.organisation.name, a.officer.name])
        expect(all).not.toContain(secret);
    }
  });

  it('says nothing of an offer that was decided before its mail went out', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await world.decide(a.officer, id, 'withdraw');
    expect(await write('offered', id)).toBeUndefined();
    expect((await write('withdrawn', id))?.subject).toMatch(/zurückgezogen/);
  });

  it('goes to whoever must know, in the transaction of the change', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await world.api.as(b.officer).post(`/handovers/${id}/messages`, { note: 'Frage' });
    await world.decide(b.liaison, id, 'accept');
    const mails = await world.sql<{ template: string; recipient: string; org: string; is_case_mail: boolean }>(
      'select template, recipient, organisation_id as org, is_case_mail from outgoing_mails where ref_id = $1 order by id',
      [id],
    );
    const sender = { recipient: a.officer.email, org: a.organisation.id, is_case_mail: true };
    expect(mails).toEqual([
      { template: 'handover.offered', recipient: b.liaison.email, org: b.organisation.id, is_case_mail: true },
      { template: 'handover.asked', ...sender },
      { template: 'handover.accepted', ...sender },
    ]);
    await world.decide(b.liaison, id, 'accept');
    expect(await world.sql('select id from outgoing_mails where ref_id = $1', [id])).toHaveLength(3);
  });
});
