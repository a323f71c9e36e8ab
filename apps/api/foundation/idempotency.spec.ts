import { randomUUID } from 'node:crypto';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { ProbeModule } from './probe';

describe('a request sent twice with one Idempotency-Key', () => {
  let api: TestApi;
  let person: TestPerson;

  beforeAll(async () => {
    api = await testApi([ProbeModule]);
    person = await api.world.person(await api.world.organisation(await api.world.region()), 'OFFICER');
  });
  afterAll(() => api.close());

  const send = (key: string, name = 'once', as = person) =>
    api.as(as).post('/probe/counted', { name }, { headers: { 'idempotency-key': key } });
  const count = async (userId = person.userId) =>
    (await api.world.sql(`select from audit_entries where user_id = $1 and action = 'probe.counted'`, [userId])).length;

  it('is done once and answered twice', async () => {
    const before = await count();
    const key = randomUUID();
    const first = await send(key);
    const second = await send(key);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(await count()).toBe(before + 1);
  });

  it('is done once even when all come at the same moment', async () => {
    const before = await count();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(key)));
    expect(answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotent-replayed'))).toHaveLength(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it('may be sent again after a refusal, which kept nothing', async () => {
    const key = randomUUID();
    expect((await send(key, 'fail')).status).toBe(422);
    expect((await send(key, 'other')).status).toBe(201);
  });

  it('is refused when it asks for something else', async () => {
    const key = randomUUID();
    await send(key);
    expect(await send(key, 'other')).toMatchObject({ status: 422, body: { code: 'request.idempotencyKeyReused' } });
  });

  it('belongs to one person', async () => {
    const other = await api.world.person(await api.world.organisation({ id: person.regionId }), 'OFFICER');
    const key = randomUUID();
    const mine = await send(key);
    const theirs = await send(key, 'once', other);
    expect(theirs.status).toBe(201);
    expect(theirs.body).not.toEqual(mine.body);
  });

  it('belongs to the organisation the person acted for', async () => {
    const key = randomUUID();
    const mine = await send(key);
    const elsewhere = await api.world.organisation({ id: person.regionId });
    await api.world.sql(`insert into memberships (user_id, organisation_id, roles) values ($1, $2, '{OFFICER}')`, [
      person.userId,
      elsewhere.id,
    ]);
    await api.world.sql('update sessions set organisation_id = $2 where user_id = $1', [person.userId, elsewhere.id]);
    const there = await send(key);
    expect([there.status, there.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(there.body).not.toEqual(mine.body);
    await api.world.sql('update sessions set organisation_id = $2 where user_id = $1', [person.userId, person.organisationId]);
  });

  it.each(['short', 'with space inside', 'x'.repeat(201)])('refuses the key "%.20s"', async (key) => {
    expect(await send(key)).toMatchObject({ status: 400, body: { code: 'request.idempotencyKeyMalformed' } });
  });

  it('is forgotten after a day', async () => {
    const key = randomUUID();
    await send(key);
    await api.world.sql(`update idempotency_keys set created_at = now() - interval '25 hours' where key = $1`, [key]);
    await api.world.sql('select forget_idempotency_keys()');
    expect((await send(key)).headers.has('idempotent-replayed')).toBe(false);
  });
});
