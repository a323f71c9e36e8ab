import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { ProbeModule } from './probe';

describe('who may use a route', () => {
  let api: TestApi;
  let officer: TestPerson;
  let administrator: TestPerson;

  beforeAll(async () => {
    api = await testApi([ProbeModule]);
    const organisation = await api.world.organisation(await api.world.region());
    officer = await api.world.person(organisation, 'OFFICER');
    administrator = await api.world.person(organisation, 'ADMINISTRATOR');
  });
  afterAll(() => api.close());

  it('refuses a route that does not say who may use it, to everybody', async () => {
    expect(await api.as(administrator).get('/probe/silent')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('lets anybody use a public route', async () => {
    expect(await api.anonymous.get('/probe/public')).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('knows the person of a session and puts the actor on the request', async () => {
    const { token, userId, organisationId, regionId, name } = officer;
    const { status, body } = await api.as(officer).get('/probe/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ token, userId, organisationId, regionId, name, roles: ['OFFICER'] });
  });

  it.each([
    ['no cookie', undefined],
    ['a token nobody has', 'x'.repeat(43)],
    ['a token of impossible shape', "'; select 1"],
  ])('asks to sign in for %s', async (_, token) => {
    const client = token === undefined ? api.anonymous : api.as({ token });
    expect(await client.get('/probe/me')).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  it('closes at the moment the session is revoked', async () => {
    const token = await api.world.session(officer.userId, officer.organisationId);
    expect((await api.as({ token }).get('/probe/me')).status).toBe(200);
    await api.world.sql(`update sessions set revoked_at = now() where token_hash = sha256(convert_to($1, 'UTF8'))`, [token]);
    expect((await api.as({ token }).get('/probe/me')).status).toBe(401);
  });

  it('refuses who lacks the permission, and only then', async () => {
    expect(await api.as(officer).get('/probe/people')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await api.as(administrator).get('/probe/people')).status).toBe(200);
  });

  it('asks who it is before it looks at the input', async () => {
    const bad = { raw: '{', headers: { 'content-type': 'application/json' } };
    expect((await api.anonymous.post('/probe/things', undefined, bad)).status).toBe(401);
    expect((await api.as(administrator).post('/probe/things', undefined, bad)).status).toBe(403);
    expect((await api.as(officer).post('/probe/things', undefined, bad)).status).toBe(400);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 201],
    [{ 'sec-fetch-site': 'none' }, 201],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 403],
    [{ origin: 'http://localhost:3000' }, 201],
    [{}, 201],
  ])('with %j a change is answered %i', async (headers, status) => {
    const answer = await api.as(officer).post('/probe/things', { name: 'x' }, { headers: { ...headers } });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toMatchObject({ code: 'request.foreignOrigin' });
  });

  it('accepts the origin under which the request came in, as a whole', async () => {
    const from = async (origin: string) => (await api.as(officer).post('/probe/things', { name: 'x' }, { headers: { origin } })).status;
    expect(await from(api.url)).toBe(201);
    expect(await from(api.url.replace('http:', 'https:'))).toBe(403);
    expect(await from(api.url.replace(/:\d+$/, ''))).toBe(403);
    expect(await from('https://localhost:3000')).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonx'])(
    'takes no %s',
    async (type) => {
      const answer = await api.as(officer).post('/probe/things', undefined, { raw: '{"name":"x"}', headers: { 'content-type': type } });
      expect(answer).toMatchObject({ status: 415, body: { code: 'request.contentType' } });
    },
  );

  it('takes a form where a route says so', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await api.anonymous.post('/probe/form', undefined, { raw: 'name=%C3%B6', headers })).toMatchObject({
      status: 200,
      body: { name: 'ö' },
    });
  });

  it('keeps answers out of caches and pages of others out of the way', async () => {
    const { headers } = await api.as(officer).get('/probe/me');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[\w+/=]+';/);
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('behind a proxy that ends TLS', () => {
  it('takes no page that came over plain http for its own', async () => {
    const api = await testApi([ProbeModule], { config: { publicUrl: 'https://lotse.example' } });
    const from = (origin: string) => api.anonymous.post('/probe/form', { name: 'x' }, { headers: { origin } });
    expect((await from('https://lotse.example')).status).toBe(200);
    expect(await from(api.url)).toMatchObject({ status: 403, body: { code: 'request.foreignOrigin' } });
    expect((await from(api.url.replace('http:', 'https:'))).status).toBe(200);
    await api.close();
  });
});

describe('with the API’s own checks off', () => {
  it('still asks to sign in, but no longer for permissions', async () => {
    const api = await testApi([ProbeModule], { apiChecks: false });
    const officer = await api.world.person(await api.world.organisation(await api.world.region()), 'OFFICER');
    expect((await api.anonymous.get('/probe/people')).status).toBe(401);
    expect((await api.as(officer).get('/probe/people')).status).toBe(200);
    await api.close();
  });
});
