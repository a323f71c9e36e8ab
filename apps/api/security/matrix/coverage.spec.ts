import { randomUUID } from 'node:crypto';
import { openApi } from '../../docs/open-api';
import { CASE_ROUTES } from '../expectations/case-routes';
import { COMPANY_ROUTES } from '../expectations/company-routes';
import { DISTRIBUTION_ROUTES } from '../expectations/distribution-routes';
import { HANDOVER_ROUTES } from '../expectations/handover-routes';
import { COLLECTION_ROUTES, PUBLIC_ROUTES, STAFF_ROUTES } from '../expectations/other-routes';
import { MODES, type Program, startProgram } from '../program';
import { callOf, neutral, send } from './calls';

/** The operations of the OpenAPI document, as the tables call them. */
function operationsOf({ app }: Program): { route: string; permission: string | undefined }[] {
  return Object.entries(openApi(app).paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { 'x-permission'?: string }>).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      permission: operation['x-permission'],
    })),
  );
}

describe('every route', () => {
  let program: Program;
  beforeAll(async () => (program = await startProgram()), 60_000);
  afterAll(() => program.close());

  const rowRoutes = [...CASE_ROUTES.keys(), ...HANDOVER_ROUTES.keys(), ...DISTRIBUTION_ROUTES.keys(), ...COMPANY_ROUTES.keys()];
  const expected = [...rowRoutes, ...COLLECTION_ROUTES.keys(), ...STAFF_ROUTES.keys(), ...PUBLIC_ROUTES.keys()];

  it('of the OpenAPI document has its expectation, and every expectation its route', () => {
    const found = operationsOf(program).map(({ route }) => route);
    expect({ 'without expectation': found.filter((route) => !expected.includes(route)) }).toEqual({ 'without expectation': [] });
    expect({ 'without route': expected.filter((route) => !found.includes(route)) }).toEqual({ 'without route': [] });
    expect(expected.filter((route, index) => expected.indexOf(route) !== index)).toEqual([]);
  });

  it('that names a row is asked for it by the matrix', () => {
    for (const route of rowRoutes) expect(() => callOf(route)).not.toThrow();
  });

  it('that the tables call public says so itself, and no other', () => {
    const open = operationsOf(program).filter(({ permission }) => permission === 'public');
    expect(open.map(({ route }) => route).sort()).toEqual([...PUBLIC_ROUTES.keys()].sort());
  });

  // Before other programs start: sign-in belongs to the latest one of a process.
  it('that is public tells nothing of links nobody was given', async () => {
    for (const [route, status] of PUBLIC_ROUTES) {
      const answer = await send(program.as(), route, { id: 'x'.repeat(32), body: BODIES[route] });
      expect([route, answer.status]).toEqual([route, status]);
    }
  });

  it.each(MODES)(
    'but the public ones asks to sign in, whether its row exists or not: %s',
    async (mode) => {
      const other = mode === 'normal' ? program : await startProgram(mode);
      const answers = new Set<string>();
      for (const { route } of operationsOf(other).filter(({ permission }) => permission !== 'public')) {
        const answer = await send(other.as(), route, { id: randomUUID(), version: 1, body: route.startsWith('GET ') ? undefined : {} });
        expect([route, answer.status]).toEqual([route, 401]);
        answers.add(JSON.stringify(neutral(answer)));
      }
      expect([...answers]).toHaveLength(1);
      if (other !== program) await other.close();
    },
    60_000,
  );
});

const BODIES: Readonly<Record<string, object>> = {
  'POST /session': { email: 'niemand@ort.example', password: 'falsch geraten, leider' },
  'POST /invitations/{token}/accept': { password: 'drei kleine Kähne im Hafen' },
  'POST /surveys/{token}/answer': { serviceGrade: 2 },
};
