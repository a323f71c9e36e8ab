import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { ProbeModule } from './probe';

const ID = '0197b1a2-0000-7000-8000-000000000001';

describe('how a request is refused', () => {
  let api: TestApi;
  let officer: TestPerson;

  beforeAll(async () => {
    api = await testApi([ProbeModule]);
    officer = await api.world.person(await api.world.organisation(await api.world.region()), 'OFFICER');
  });
  afterAll(() => api.close());

  const post = (raw: string) => api.as(officer).post('/probe/things', undefined, { raw });

  it('answers a problem with all its fields', async () => {
    const { status, headers, body } = await api.anonymous.get('/probe/fails/rule', { headers: { 'x-request-id': 'request-of-a-spec' } });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(headers.get('x-request-id')).toBe('request-of-a-spec');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      code: 'probe.rule',
      instance: '/api/v1/probe/fails/rule',
      details: { from: 'A', to: 'B' },
      requestId: 'request-of-a-spec',
    });
  });

  it.each([
    ['raised', 422, 'probe.raised'],
    ['unique', 409, 'conflict'],
    ['foreign', 404, 'notFound'],
    ['policy', 404, 'notFound'],
    ['text', 400, 'validation'],
    ['grant', 500, 'internal'],
    ['syntax', 500, 'internal'],
    ['defect', 500, 'internal'],
  ])('answers the failure "%s" with %i %s and nothing of its insides', async (how, status, code) => {
    const answer = await api.anonymous.get(`/probe/fails/${how}`);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(JSON.stringify(answer.body)).not.toMatch(/hunter2|secret@|selec|organisations|SQL|Error:/);
  });

  it('hands on what the database says of a refusal', async () => {
    const { body } = await api.anonymous.get('/probe/fails/raised');
    expect(body).toMatchObject({ details: { from: 1 }, errors: [{ pointer: '/a', code: 'b' }] });
  });

  it('says when to come back', async () => {
    const { headers, body } = await api.anonymous.get('/probe/fails/slow-down');
    expect(headers.get('retry-after')).toBe('3');
    expect(body).not.toHaveProperty('details');
  });

  it.each(['/nowhere', '/probe', '/api/nothing'])('answers the unknown route %s with 404', async (path) => {
    expect(await api.anonymous.get(path)).toMatchObject({ status: 404, body: { code: 'route.notFound' } });
  });

  it('names every fault of a body at once', async () => {
    const { status, body } = await post(JSON.stringify({ name: 'far too long for it', email: 'no', extra: 1, places: [{ code: 1 }] }));
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation' });
    expect(body['errors']).toEqual(
      expect.arrayContaining([
        { pointer: '/name', code: 'maxLength' },
        { pointer: '/email', code: 'isEmail' },
        { pointer: '/extra', code: 'unknownField' },
        { pointer: '/places/0/code', code: 'isString' },
      ]),
    );
  });

  it.each([
    ['{}', [{ pointer: '/name', code: 'required' }]],
    ['', [{ pointer: '/name', code: 'required' }]],
    [
      '{"name":null,"surplus":null}',
      [
        { pointer: '/name', code: 'required' },
        { pointer: '/surplus', code: 'unknownField' },
      ],
    ],
    ['{"name":1}', [{ pointer: '/name', code: 'isString' }]],
    ['{"name":"             "}', [{ pointer: '/name', code: 'maxLength' }]],
    ['{"name":" "}', [{ pointer: '/name', code: 'matches' }]],
    ['{"name":"a","email":7}', [{ pointer: '/email', code: 'isEmail' }]],
    ['{"name":"a","places":[{}]}', [{ pointer: '/places/0/code', code: 'required' }]],
    ['{"name":"a","places":"none"}', [{ pointer: '/places', code: 'arrayMaxSize' }]],
  ])('says once what is wrong with a field of %s', async (raw, errors) => {
    const { status, body } = await post(raw);
    const named = body['errors'] as { pointer: string }[];
    expect([status, named.sort((a, b) => (a.pointer < b.pointer ? -1 : 1))]).toEqual([400, errors]);
  });

  it.each([
    ['{', 'request.malformed'],
    ['null', 'request.malformed'],
    ['"text"', 'request.malformed'],
    ['[]', 'validation'],
    ['[{"name":"x"}]', 'validation'],
    ['{"name":{"a":1}}', 'validation'],
    ['{"name":"a\\u0000b"}', 'validation'],
    ['{"name":"a\\ud800b"}', 'validation'],
    ['{"na\\u0000me":"a"}', 'validation'],
    ['{"name":' + '['.repeat(5000) + ']'.repeat(5000) + '}', 'request.malformed'],
  ])('refuses the body %.30s', async (raw, code) => {
    expect(await post(raw)).toMatchObject({ status: 400, body: { code } });
  });

  it('refuses a body above one megabyte', async () => {
    expect(await post(JSON.stringify({ name: 'x'.repeat(1_100_000) }))).toMatchObject({ status: 413, body: { code: 'request.tooLarge' } });
  });

  it.each([
    ['/probe/public?x=1', '/x', 'unknownField'],
    ['/probe/page?x=1', '/x', 'unknownField'],
    ['/probe/page?size=201', '/size', 'max'],
    ['/probe/page?page=1&page=2', '/page', 'isInt'],
    ['/probe/page?page=%00', '/page', 'invalidCharacter'],
    ['/probe/things/7', '/id', 'isUuid'],
    ['/probe/things/%00', '/id', 'invalidCharacter'],
  ])('refuses %s', async (path, pointer, code) => {
    const { status, body } = await api.anonymous.get(path);
    expect(status).toBe(400);
    expect(body['errors']).toContainEqual({ pointer, code });
  });

  it('refuses an address that is no text', async () => {
    expect((await api.anonymous.get('/probe/things/%E0%A4%A')).status).toBe(400);
  });

  it('fills in the page a list begins with', async () => {
    expect((await api.anonymous.get('/probe/page')).body).toEqual({ page: 1, size: 50 });
    expect((await api.anonymous.get('/probe/page?page=3&size=200')).body).toEqual({ page: 3, size: 200 });
  });

  it('gives a versioned resource a strong ETag, and asks for it back', async () => {
    expect((await api.anonymous.get(`/probe/things/${ID}`)).headers.get('etag')).toBe('"7"');
    const change = (headers: Record<string, string>) => api.anonymous.put(`/probe/things/${ID}`, { name: 'new' }, { headers });
    expect(await change({})).toMatchObject({ status: 428, body: { code: 'request.ifMatchMissing' } });
    for (const header of ['7', 'W/"7"', '*', '"7", "8"', '"x"', '"99999999999"']) {
      expect(await change({ 'if-match': header })).toMatchObject({ status: 400, body: { code: 'request.ifMatchMalformed' } });
    }
    expect(await change({ 'if-match': '"6"' })).toMatchObject({
      status: 412,
      body: { code: 'stale', details: { version: 7, current: { name: 'stored' } } },
    });
    const done = await change({ 'if-match': '"7"' });
    expect(done.status).toBe(200);
    expect(done.headers.get('etag')).toBe('"8"');
  });
});
