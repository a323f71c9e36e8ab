import { addWorkingDays, berlinDay, endOfBerlinDay } from '@lotse/shared/contract';
import { MailTemplates } from '@lotse/shared/api';
import { DistributionReminders } from './distribution-reminders.service';
import { DistributionWorld, type Office } from './testing/distribution-world';

describe('the reminder before an enquiry for sites is due', () => {
  let world: DistributionWorld;
  let kreis: Office;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open();
    const region = await world.api.world.region();
    [kreis, a, b] = [await world.office(region, 'DISTRICT'), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  /** Makes so many working days after today the last one to answer; enquiries of other specs have all their time left. */
  const dueIn = async (id: string, days: number) => {
    const dueOn = addWorkingDays(berlinDay(new Date()), days, { state: 'HE' });
    await world.sql('update distributions set due_on = $2, due_at = $3 where id = $1', [id, dueOn, endOfBerlinDay(dueOn)]);
    return dueOn;
  };
  const mails = async (id: string) =>
    (
      await world.sql<{ recipient: string }>(
        `select recipient from outgoing_mails where ref_id = $1 and template = 'distribution.reminder'`,
        [id],
      )
    ).map(({ recipient }) => recipient);
  const remind = () => world.api.app.get(DistributionReminders).remind();

  it('goes once to the liaisons of those who have not answered, or to who stands in for them', async () => {
    const deputy = await world.api.world.person(b.organisation, 'OFFICER');
    await world.sql(
      `insert into absences (user_id, deputy_id, organisation_id, starts_on, ends_on) values ($1, $2, $3, today_in_berlin(), today_in_berlin())`,
      [b.liaison.userId, deputy.userId, b.organisation.id],
    );
    const { id } = await world.sent(kreis, [a, b]);
    await world.answer(a.liaison, id, { answer: 'NO_SITE' });
    await dueIn(id, 2);
    await remind();
    expect(await mails(id)).toEqual([]);
    const dueOn = await dueIn(id, 1);
    await Promise.all([remind(), remind()]);
    await remind();
    expect(await mails(id)).toEqual([deputy.email]);
    const mail = await world.api.app.get(MailTemplates).render('distribution.reminder', id, 'de');
    expect(mail?.text).toContain(`/flaechenabfragen/${id}`);
    expect(mail?.text).toContain(dueOn.split('-').reverse().join('.'));
  });

  it('says nothing of an enquiry that has ended', async () => {
    const { id } = await world.sent(kreis, [a]);
    await dueIn(id, 1);
    await world.act(kreis.officer, id, 'withdraw');
    await remind();
    expect(await mails(id)).toEqual([]);
    expect(await world.api.app.get(MailTemplates).render('distribution.reminder', id, 'en')).toBeUndefined();
  });
});
