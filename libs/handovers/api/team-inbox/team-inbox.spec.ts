import type { HandoverDto } from '@lotse/handovers/contract';
import { MailTemplates } from '@lotse/shared/api';
import { addWorkingDays } from '@lotse/shared/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type Office } from '../testing/handover-world';
import { TeamInbox } from './team-inbox.service';

describe('the inbox of a team', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  beforeAll(async () => (world = await HandoverWorld.open()));
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
  });

  const offered = async (confidential = false) => {
    const { id } = await world.aCase(a.officer, { confidential });
    return (await world.offer(a.officer, id, b)).body;
  };
  const claim = (person: TestPerson, id: string) => world.api.as(person).put<HandoverDto & { code?: string }>(`/handovers/${id}/claim`);
  const read = async (person: TestPerson, id: string) => (await world.api.as(person).get<HandoverDto>(`/handovers/${id}`)).body;
  const away = (person: TestPerson, deputy: TestPerson) =>
    world.as(person, 'select set_absence($1, $2, today_in_berlin(), today_in_berlin() + 3)', [person.userId, deputy.userId]);
  const lookAfter = (now?: Date) => world.api.app.get(TeamInbox).lookAfter(now);
  const mails = async (id: string) =>
    (
      await world.sql<{ recipient: string }>(
        `select recipient from outgoing_mails where ref_id = $1 and template = 'handover.unattended' order by id`,
        [id],
      )
    ).map(({ recipient }) => recipient);

  it('shows the receiver, and nobody else, who looks after an offer', async () => {
    const { id } = await offered();
    expect((await read(b.liaison, id)).claim).toBeNull();
    expect((await claim(b.officer, id)).body.claim).toEqual({ userId: b.officer.userId, name: b.officer.name });
    expect((await read(b.liaison, id)).claim?.name).toBe(b.officer.name);
    expect((await read(a.officer, id)).claim).toBeNull();
    expect((await claim(b.liaison, id)).body.claim?.userId).toBe(b.liaison.userId);
    expect((await world.api.as(b.officer).delete<HandoverDto>(`/handovers/${id}/claim`)).body.claim).toBeNull();
    expect((await claim(a.officer, id)).body.code).toBe('handover.notReceiver');
    expect((await claim(b.manager, id)).status).toBe(403);
    await world.decide(b.liaison, id, 'accept');
    expect((await claim(b.officer, id)).body.code).toBe('handover.decided');
  });

  it('hands on what somebody looked after who is away, or frees it', async () => {
    const { id } = await offered();
    await claim(b.liaison, id);
    await away(b.liaison, b.officer);
    await lookAfter();
    expect((await read(b.officer, id)).claim?.userId).toBe(b.officer.userId);
    await away(b.officer, b.liaison);
    await lookAfter();
    expect((await read(b.officer, id)).claim).toBeNull();
  });

  it('calls the leads when nobody is there to decide: at once, and one working day before it is due, once each', async () => {
    const administrator = await world.api.world.person(b.organisation, 'ADMINISTRATOR');
    const { id, caseId, dueOn } = await offered();
    await lookAfter();
    expect(await mails(id)).toEqual([]);
    await away(b.liaison, b.officer);
    await lookAfter();
    expect(await mails(id)).toEqual([]); // the deputy is there
    await away(b.officer, b.liaison);
    const before = new Date(`${addWorkingDays(dueOn, -2, { state: 'HE' })}T10:00:00Z`);
    await lookAfter(before);
    await lookAfter(before);
    expect((await mails(id)).sort()).toEqual([administrator.email, b.manager.email].sort());
    const told = await world.sql<{ user_id: string; reason: string }>(
      `select user_id, reason from notifications where case_id = $1 and reason = 'UNATTENDED'`,
      [caseId],
    );
    expect(told).toEqual([{ user_id: b.manager.userId, reason: 'UNATTENDED' }]);
    const near = new Date(`${addWorkingDays(dueOn, -1, { state: 'HE' })}T10:00:00Z`);
    await lookAfter(near);
    await lookAfter(near);
    expect(await mails(id)).toHaveLength(4);
  });

  it('says nothing of a confidential case but that something waits', async () => {
    await world.sql(`delete from memberships where user_id = $1`, [b.liaison.userId]);
    const { id, caseId, fileNumber } = await offered(true);
    await lookAfter();
    expect(await mails(id)).toContain(b.manager.email);
    expect(await world.sql('select 1 from notifications where case_id = $1 and user_id = $2', [caseId, b.manager.userId])).toEqual([]);
    const render = () => world.api.app.get(MailTemplates).render('handover.unattended', id, 'de');
    const mail = await render();
    expect(mail?.text).toContain('http://localhost:3000/uebergaben');
    expect(`${mail?.subject}${mail?.text}`).not.toContain(fileNumber);
    expect(mail?.text).not.toContain(id);
    await world.decide(a.officer, id, 'withdraw');
    expect(await render()).toBeUndefined();
  });
});
