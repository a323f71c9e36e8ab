import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { testConfig } from '@lotse/shared/testing';
import { previewApp } from '../create-app';
import { RULES_OF } from './domain-refusals';
import { openApi } from './open-api';
import { REFUSALS } from './refusals';

interface Parameter {
  name: string;
  in: string;
  description?: string;
}
interface Answer {
  $ref?: string;
  description?: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema: { $ref?: string } }>;
}
interface Documented {
  operationId: string;
  summary?: string;
  'x-permission': string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, Answer>;
}
interface Document {
  paths: Record<string, Record<string, Documented>>;
  components: { responses: Record<string, Answer> };
}

/** As it is in the repository, with what the build reads from comments and types; `tools/checks/openapi.mjs` keeps it true. */
const kept = JSON.parse(readFileSync(join(process.cwd(), 'apps/api/openapi.json'), 'utf8')) as Document;
const operationsOf = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({ route: `${method} ${path}`, said })),
  );
const operations = operationsOf(kept);
const followed = (answer: Answer): Answer | undefined =>
  answer.$ref ? kept.components.responses[answer.$ref.split('/').at(-1) ?? ''] : answer;
const operation = (id: string): Documented => {
  const found = operations.find(({ said }) => said.operationId === id)?.said;
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};
const statuses = (id: string) => Object.keys(operation(id).responses).filter((status) => status >= '400' && status !== 'default');
const headers = (id: string) => (operation(id).parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => name);
const answerHeaders = (id: string, status: string) => Object.keys(followed(operation(id).responses[status] ?? {})?.headers ?? {});

describe.each(operations)('$route', ({ route, said }) => {
  const isWrite = !route.startsWith('get ');

  it('says what it does, what it answers and what stands in its path and headers', () => {
    expect(said.summary).toMatch(/\S{3}/);
    for (const answer of Object.values(said.responses)) expect(followed(answer)?.description).toMatch(/\S{4}/);
    for (const parameter of said.parameters ?? []) if (parameter.in !== 'query') expect(parameter.description).toMatch(/\S{3}/);
  });

  it('answers every refusal as a problem, and says when to come back where it does', () => {
    for (const [status, answer] of Object.entries(said.responses)) {
      if (status < '400') continue;
      const { content = {}, headers: given = {} } = followed(answer) ?? {};
      expect(Object.entries(content).map(([type, { schema }]) => [type, schema.$ref])).toEqual([
        ['application/problem+json', '#/components/schemas/Problem'],
      ]);
      expect([status, 'Retry-After' in given]).toEqual([status, status === '429' || status === '503']);
    }
  });

  it('names the refusals that follow from what it asks for', () => {
    const permission = said['x-permission'];
    const names = (said.parameters ?? []).map(({ name }) => name);
    const has = (status: string) => status in said.responses;
    expect(has('400') && has('default')).toBe(true);
    if (permission !== 'public') expect(has('401')).toBe(true);
    if (permission !== 'public' && permission !== 'signedIn') expect(has('403')).toBe(true);
    if ((said.parameters ?? []).some((one) => one.in === 'path')) expect(has('404')).toBe(true);
    expect([has('412'), has('428')]).toEqual([names.includes('If-Match'), names.includes('If-Match')]);
    expect([has('413'), has('415')]).toEqual([isWrite, isWrite]);
    if (names.includes('Idempotency-Key')) expect([has('409'), has('422')]).toEqual([true, true]);
  });
});

it.each([
  ['Cases.one', ['400', '401', '403', '404', '503']],
  ['Cases.change', ['400', '401', '403', '404', '412', '413', '415', '428', '503']],
  ['CaseActions.move', ['400', '401', '403', '404', '409', '412', '413', '415', '422', '428', '503']],
  ['JobEffects.remove', ['400', '401', '403', '404', '413', '415', '503']],
  ['Session.current', ['400', '401', '503']],
  ['Session.open', ['400', '401', '403', '413', '415', '429', '503']],
  ['PublicIdentity.accept', ['400', '403', '404', '413', '415', '429', '503']],
  ['Surveys.answer', ['400', '403', '404', '409', '410', '413', '415', '503']],
  ['Satisfaction.read', ['400', '401', '403', '404', '503']],
  ['Health.live', ['400']],
])('%s is refused in these ways and no others', (id, expected) => {
  expect(statuses(id)).toEqual(expected);
});

it('names the headers of requests and answers where they matter', () => {
  expect([headers('Cases.change'), headers('Cases.create'), headers('Companies.release')]).toEqual([
    ['If-Match'],
    ['Idempotency-Key'],
    ['If-Match', 'Idempotency-Key'],
  ]);
  expect([headers('Cases.list'), headers('Session.open'), headers('Documents.add')]).toEqual([[], [], []]);
  expect([answerHeaders('Cases.one', '200'), answerHeaders('Cases.change', '200')]).toEqual([['ETag'], ['ETag']]);
  expect([answerHeaders('Cases.create', '201'), answerHeaders('Cases.list', '200')]).toEqual([['ETag', 'Idempotent-Replayed'], []]);
  expect(Object.keys(operation('Surveys.answer').requestBody?.content ?? {})).toEqual([
    'application/json',
    'application/x-www-form-urlencoded',
  ]);
});

it('knows a rule only of operations that exist, by statuses that have a meaning', () => {
  const known = operations.map(({ said }) => said.operationId);
  expect(Object.keys(RULES_OF).filter((id) => !known.includes(id))).toEqual([]);
  expect(Object.values(RULES_OF).flatMap((rules) => Object.keys(rules).filter((status) => !(status in REFUSALS)))).toEqual([]);
});

describe('as the program says it now', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await previewApp(testConfig());
  });
  afterAll(() => app.close());

  it('has the operations of the kept document', () => {
    const now = operationsOf(openApi(app) as unknown as Document);
    expect(now.map(({ route }) => route).sort()).toEqual(operations.map(({ route }) => route).sort());
  });
});
