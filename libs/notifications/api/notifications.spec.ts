import { randomUUID } from 'node:crypto';
import type { NotificationPageDto } from '@lotse/notifications/contract';
import { NotificationWorld } from './testing/notification-world';

describe('notifications', () => {
  let world: NotificationWorld;
  beforeAll(async () => (world = await NotificationWorld.open()));
  afterAll(() => world.api.close());

  it('are one per case with a reason and a figure, and never of what one did oneself', async () => {
    const { officer, colleague } = world;
    const id = await world.aCase();
    await world.note(officer, id);
    expect(await world.of(officer, id)).toEqual([]);
    await world.note(colleague, id);
    await world.note(colleague, id);
    const [item] = await world.of(officer, id);
    expect(item).toMatchObject({ reason: 'OFFICER', kind: 'interaction.logged', count: 2, read: false, title: 'Halle am Klingelbach' });
    expect(await world.of(officer, id)).toHaveLength(1);
    expect(await world.of(colleague, id)).toEqual([]);
  });

  it('are read one by one or all at once, and come again with the next event', async () => {
    const { officer, colleague, api } = world;
    const id = await world.aCase();
    await world.note(colleague, id);
    const [item] = await world.of(officer, id);
    const before = await world.unread(officer);
    expect((await api.as(officer).put(`/notifications/${item?.id}/read`)).status).toBe(204);
    expect(await world.unread(officer)).toBe(before - 1);
    const unread = await api.as(officer).get<NotificationPageDto>('/notifications?unread=true');
    expect(unread.body.items.map(({ caseId }) => caseId)).not.toContain(id);
    await world.note(colleague, id);
    expect(await world.of(officer, id)).toMatchObject([{ id: item?.id, count: 1, read: false }]);
    expect((await api.as(officer).put('/notifications/read')).status).toBe(204);
    expect(await world.unread(officer)).toBe(0);
  });

  it('go to liaisons of who was offered the case, then tell who offered it what was decided', async () => {
    const { officer, liaison } = world;
    const id = await world.aCase();
    const offer = await world.offer(id);
    expect(await world.of(liaison, id)).toMatchObject([{ reason: 'OFFER', kind: 'handover.offered' }]);
    await world.as(liaison, 'select accept_handover($1, null)', [offer]);
    expect(await world.of(officer, id)).toMatchObject([
      { reason: 'SENDER', kind: expect.stringMatching(/^handover\./), title: null, count: 1 },
    ]);
    expect(await world.of(liaison, id)).toHaveLength(1);
  });

  it('vanish with the right to read the case, figure included', async () => {
    const { officer, colleague, liaison } = world;
    const id = await world.aCase();
    const offer = await world.offer(id);
    const before = await world.unread(liaison);
    await world.as(officer, 'select withdraw_handover($1, null)', [offer]);
    expect(await world.of(liaison, id)).toEqual([]);
    expect(await world.unread(liaison)).toBe(before - 1);
    const [row] = await world.api.world.sql<{ id: string }>('select id from notifications where user_id = $1 and case_id = $2', [
      liaison.userId,
      id,
    ]);
    expect((await world.api.as(liaison).put(`/notifications/${row?.id}/read`)).status).toBe(404);
    const secret = await world.aCase([colleague]);
    await world.note(officer, secret);
    expect(await world.of(colleague, secret)).toMatchObject([{ reason: 'TEAM' }]);
    await world.as(officer, 'select set_case_team($1, null, $2)', [secret, []]);
    expect(await world.of(colleague, secret)).toEqual([]);
  });

  it('tell a deputy why, and nobody of a confidential case who is not in its team', async () => {
    const { officer, colleague, manager, api } = world;
    const third = await api.world.person(world.ours, 'OFFICER');
    const away = await api.world.person(world.ours, 'OFFICER');
    const id = await world.aCase([third, away]);
    await world.away(away, colleague);
    await world.note(third, id, [manager]);
    expect(await world.of(officer, id)).toMatchObject([{ reason: 'OFFICER' }]);
    expect(await world.of(colleague, id)).toMatchObject([{ reason: 'DEPUTY' }]);
    expect(await world.of(manager, id)).toEqual([]);
    await api.world.sql('delete from absences where user_id = $1', [away.userId]);
    expect(await world.of(colleague, id)).toEqual([]);
  });

  it('name who was mentioned, at once or when let in, and only then', async () => {
    const { officer, colleague, manager } = world;
    const open = await world.aCase();
    await world.note(officer, open, [manager]);
    expect(await world.of(manager, open)).toMatchObject([{ reason: 'MENTION' }]);
    const secret = await world.aCase([]);
    await world.note(officer, secret, [colleague]);
    expect(await world.of(colleague, secret)).toEqual([]);
    const rows = await world.api.world.sql('select 1 from notifications where user_id = $1 and case_id = $2', [colleague.userId, secret]);
    expect(rows).toEqual([]);
    await world.as(officer, 'select set_case_team($1, null, $2)', [secret, [colleague.userId]]);
    expect(await world.of(colleague, secret)).toMatchObject([{ reason: 'MENTION' }]);
  });

  it('stay away from a muted case, except by name or to decide', async () => {
    const { officer, colleague, liaison, api } = world;
    const id = await world.aCase();
    expect((await api.as(officer).get(`/cases/${id}/mute`)).body).toEqual({ muted: false });
    expect((await api.as(officer).put(`/cases/${id}/mute`)).status).toBe(204);
    expect((await api.as(officer).put(`/cases/${id}/mute`)).status).toBe(204);
    expect((await api.as(officer).get(`/cases/${id}/mute`)).body).toEqual({ muted: true });
    await world.note(colleague, id);
    expect(await world.of(officer, id)).toEqual([]);
    await world.note(colleague, id, [officer]);
    expect(await world.of(officer, id)).toMatchObject([{ reason: 'MENTION' }]);
    expect((await api.as(officer).delete(`/cases/${id}/mute`)).status).toBe(204);
    expect((await api.as(officer).get(`/cases/${id}/mute`)).body).toEqual({ muted: false });
    expect((await api.as(liaison).put(`/cases/${id}/mute`)).status).toBe(404);
    expect((await api.as(liaison).put(`/cases/${randomUUID()}/mute`)).status).toBe(404);
  });

  it('neither grow nor change while the case is muted', async () => {
    const { officer, colleague, api } = world;
    const id = await world.aCase();
    await world.note(colleague, id);
    const before = await world.of(officer, id);
    expect(before).toHaveLength(1);
    await api.as(officer).put(`/cases/${id}/mute`);
    await world.as(colleague, `select set_next_step($1, null, 'Anrufen', null, false)`, [id]);
    await world.note(colleague, id);
    expect(await world.of(officer, id)).toEqual(before);
  });

  it('belong to one person: to others they are unknown', async () => {
    const { officer, colleague, api } = world;
    const id = await world.aCase();
    await world.note(colleague, id);
    const [item] = await world.of(officer, id);
    const foreign = await api.as(colleague).put(`/notifications/${item?.id}/read`);
    const unknown = await api.as(colleague).put(`/notifications/${randomUUID()}/read`);
    expect([foreign.status, foreign.body['code']]).toEqual([404, 'notification.notFound']);
    expect(unknown.body['code']).toBe('notification.notFound');
    expect((await api.anonymous.get('/notifications')).status).toBe(401);
    const administrator = await api.world.person(world.ours, 'ADMINISTRATOR');
    expect((await api.as(administrator).get('/notifications')).status).toBe(403);
    expect((await api.as(officer).get('/notifications?unread=maybe')).status).toBe(400);
  });
});
