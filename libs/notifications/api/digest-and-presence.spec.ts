import { randomUUID } from 'node:crypto';
import type { PresenceDto } from '@lotse/notifications/contract';
import { MailTemplates } from '@lotse/shared/api';
import { Digests } from './digests.service';
import { NotificationWorld } from './testing/notification-world';

/** A Monday, a Sunday and Corpus Christi, a holiday in Hessen; all after any setting that is made now. */
const MONDAY = '2030-01-14';
const SUNDAY = '2030-01-13';
const CORPUS_CHRISTI = '2030-06-20';

describe('the mail of the day', () => {
  let world: NotificationWorld;
  beforeAll(async () => (world = await NotificationWorld.open()));
  afterAll(() => world.api.close());

  const mails = async (email: string) =>
    world.api.world.sql<{ ref_id: string; language: string }>(
      `select ref_id, language from outgoing_mails where template = 'notification.digest' and recipient = $1`,
      [email],
    );
  const at = (day: string, time = '07:31') =>
    world.api.app.get(Digests).queue(new Date(`${day}T${time}:00+0${day === CORPUS_CHRISTI ? 2 : 1}:00`));

  it('is off until a time is chosen, and can be switched off again', async () => {
    const { officer, api } = world;
    expect((await api.as(officer).get('/notification-digest')).body).toEqual({ at: null });
    for (const wrong of ['7:30', '24:00', '', 730])
      expect((await api.as(officer).put('/notification-digest', { at: wrong })).status).toBe(400);
    expect((await api.as(officer).put('/notification-digest', { at: '07:30' })).body).toEqual({ at: '07:30' });
    expect((await api.as(officer).get('/notification-digest')).body).toEqual({ at: '07:30' });
    expect((await api.as(world.colleague).get('/notification-digest')).body).toEqual({ at: null });
    expect((await api.as(officer).put('/notification-digest', { at: null })).body).toEqual({ at: null });
  });

  it('goes once a day, on working days of the Land, after its time, and only with news', async () => {
    const { officer, colleague, api } = world;
    await api.as(officer).put('/notification-digest', { at: '07:30' });
    await at(MONDAY);
    expect(await mails(officer.email)).toEqual([]);
    const id = await world.aCase();
    await world.note(colleague, id);
    await world.note(colleague, id);
    await at(MONDAY, '15:00');
    expect(await mails(officer.email)).toEqual([]); // this Monday is done
    await at(SUNDAY);
    await at(CORPUS_CHRISTI);
    await at('2030-01-15', '07:29');
    expect(await mails(officer.email)).toEqual([]);
    await Promise.all([at('2030-01-15'), at('2030-01-15'), at('2030-01-15', '09:00')]);
    const [mail, ...more] = await mails(officer.email);
    expect(more).toEqual([]);
    const text = await api.app.get(MailTemplates).render('notification.digest', mail?.ref_id ?? '', 'de');
    expect(text?.subject).toBe('Neues in einem Vorgang');
    expect(text?.text).toMatch(/- \S+-\d{4}-\w{4}: neuer Kontakt, 2 Neuigkeiten \(weil Sie den Vorgang bearbeiten\)/);
    expect(text?.text).toContain('http://localhost:3000/mitteilungen');
    for (const secret of ['Klingel', 'Vermerk', 'Karl', world.ours.name]) expect(text?.text).not.toContain(secret);
    expect((await api.app.get(MailTemplates).render('notification.digest', mail?.ref_id ?? '', 'en'))?.text).toContain(
      'new contact logged',
    );
    await at('2030-01-16'); // nothing new since
    expect(await mails(officer.email)).toHaveLength(1);
    await api.as(officer).put('/notifications/read');
    expect(await api.app.get(MailTemplates).render('notification.digest', mail?.ref_id ?? '', 'de')).toBeUndefined();
  });

  it('says nothing of a case the person no longer reads when it is written', async () => {
    const { officer, colleague, api } = world;
    await api.as(colleague).put('/notification-digest', { at: '06:00' });
    const id = await world.aCase([colleague]);
    await world.note(officer, id);
    await at('2030-02-04');
    const [mail] = await mails(colleague.email);
    const render = () => api.app.get(MailTemplates).render('notification.digest', mail?.ref_id ?? '', 'de');
    expect(await render()).toBeDefined();
    await world.as(officer, 'select set_case_team($1, null, $2)', [id, []]);
    expect(await render()).toBeUndefined();
  });
});

describe('presence', () => {
  let world: NotificationWorld;
  beforeAll(async () => (world = await NotificationWorld.open()));
  afterAll(() => world.api.close());

  const seen = async (person: { token: string }, id: string) => (await world.api.as(person).get<PresenceDto>(`/cases/${id}/presence`)).body;

  it('is off, kept nowhere, and seen by colleagues who read the case only once it is switched on', async () => {
    const { officer, colleague, manager, liaison, api } = world;
    const administrator = await api.world.person(world.ours, 'ADMINISTRATOR');
    const rows = () => api.world.sql('select 1 from presences where organisation_id = $1', [world.ours.id]);
    const id = await world.aCase([colleague]);
    expect((await api.as(officer).put(`/cases/${id}/presence`)).body).toEqual({ on: false, people: [] });
    expect(await rows()).toEqual([]);

    await world.as(administrator, 'select set_presence(true)');
    expect((await api.as(officer).put(`/cases/${id}/presence`)).body).toEqual({ on: true, people: [] });
    expect(await seen(colleague, id)).toEqual({ on: true, people: [{ id: officer.userId, name: 'Olga Amt' }] });
    for (const outside of [manager, liaison]) {
      expect((await api.as(outside).get(`/cases/${id}/presence`)).status).toBe(404);
      expect((await api.as(outside).put(`/cases/${id}/presence`)).status).toBe(404);
      expect((await api.as(outside).delete(`/cases/${id}/presence`)).status).toBe(404);
    }
    expect((await api.as(officer).put(`/cases/${randomUUID()}/presence`)).status).toBe(404);

    await api.world.sql(`update presences set until = now() - interval '1 second' where case_id = $1`, [id]);
    expect((await seen(colleague, id)).people).toEqual([]);
    await api.as(officer).put(`/cases/${id}/presence`);
    expect((await api.as(officer).delete(`/cases/${id}/presence`)).status).toBe(204);
    expect((await seen(colleague, id)).people).toEqual([]);

    await api.as(officer).put(`/cases/${id}/presence`);
    expect(await rows()).toHaveLength(1);
    await world.as(administrator, 'select set_presence(false)');
    expect(await rows()).toEqual([]);
    const audited = await api.world.sql<{ action: string }>(
      'select action from audit_entries where organisation_id = $1 and action like $2',
      [world.ours.id, '%presence%'],
    );
    expect(audited.map(({ action }) => action)).toEqual(['organisation.presenceChanged', 'organisation.presenceChanged']);
  });

  it('stays within the organisation, whoever shares the case', async () => {
    const { officer, liaison, api } = world;
    await world.as(await api.world.person(world.ours, 'ADMINISTRATOR'), 'select set_presence(true)');
    await world.as(await api.world.person(world.theirs, 'ADMINISTRATOR'), 'select set_presence(true)');
    const id = await world.aCase();
    await world.offer(id);
    await api.as(officer).put(`/cases/${id}/presence`);
    expect((await api.as(liaison).put(`/cases/${id}/presence`)).body).toEqual({ on: true, people: [] });
    expect((await seen(officer, id)).people).toEqual([]);
  });

  it('is switched by administrators only', async () => {
    await expect(world.as(world.officer, 'select set_presence(true)')).rejects.toMatchObject({ code: 'LT403' });
  });
});
