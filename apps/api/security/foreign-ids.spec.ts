import { randomUUID } from 'node:crypto';
import { type Answer, neutral } from './matrix/calls';
import { MatrixWorld } from './matrix/world';
import { type Mode, MODES, type Program, startProgram } from './program';

/** Ids of rows the asking person may not see. */
interface Foreign {
  company: string;
  secretCompany: string;
  contact: string;
  case: string;
  person: string;
  organisation: string;
}

/** Requests that name a row in their body or query; `id` is the named one. */
const QUESTIONS: [what: string, kind: keyof Foreign, method: string, path: (own: Own) => string, body?: (id: string) => object][] = [
  ['the company of a new case', 'company', 'POST', () => '/cases', (id) => ({ type: 'OTHER', title: 'Probe', companyId: id })],
  [
    'the confidential company of a new case',
    'secretCompany',
    'POST',
    () => '/cases',
    (id) => ({ type: 'OTHER', title: 'Probe', companyId: id }),
  ],
  ['the contact person of a case', 'contact', 'PATCH', ({ caseId }) => `/cases/${caseId}`, (id) => ({ contactPersonId: id })],
  ['the officer of a case', 'person', 'PUT', ({ caseId }) => `/cases/${caseId}/officer`, (id) => ({ officerId: id })],
  ['the team of a case', 'person', 'PUT', ({ caseId }) => `/cases/${caseId}/team`, (id) => ({ members: [id] })],
  [
    'who a follow-up is for',
    'person',
    'POST',
    ({ caseId }) => `/cases/${caseId}/follow-ups`,
    (id) => ({ title: 'x', dueOn: '2030-01-02', assigneeId: id }),
  ],
  [
    'the case of a logged contact',
    'case',
    'POST',
    ({ companyId }) => `/companies/${companyId}/interactions`,
    (id) => ({ kind: 'CALL', text: 'x', caseId: id }),
  ],
  [
    'the deputy of an absence',
    'person',
    'POST',
    () => '/absences',
    (id) => ({ deputyId: id, startsOn: '2031-01-01', endsOn: '2031-01-02' }),
  ],
  ['the organisation to act for', 'organisation', 'PUT', () => '/session/organisation', (id) => ({ organisationId: id })],
];

/** Filters: a foreign id finds what an unknown one finds, nothing. */
const FILTERS: [what: string, kind: keyof Foreign, path: (id: string) => string][] = [
  ['cases of a company', 'company', (id) => `/cases?companyId=${id}`],
  ['cases of a confidential company', 'secretCompany', (id) => `/cases?companyId=${id}`],
  ['cases of an officer', 'person', (id) => `/cases?officerId=${id}`],
  ['follow-ups of a person', 'person', (id) => `/follow-ups?assigneeId=${id}`],
];

interface Own {
  caseId: string;
  companyId: string;
}

describe.each(MODES)('an id of somebody else in a request: %s', (mode: Mode) => {
  let world: MatrixWorld;
  let program: Program;
  let own: Own;
  let foreign: Foreign;

  beforeAll(async () => {
    world = await MatrixWorld.open();
    program = await startProgram(mode);
    const { taken, own: theirs, secret } = world.situations;
    own = taken;
    foreign = {
      company: theirs.companyId,
      secretCompany: secret.companyId,
      contact: theirs.contactId,
      case: theirs.caseId,
      person: world.cast.person('others', 'LIAISON').userId,
      organisation: world.cast.houses.stranger.id,
    };
  }, 120_000);
  afterAll(async () => {
    await program.close();
    await world.close();
  });

  it.each(QUESTIONS)(
    'is answered like one that does not exist: %s',
    async (_, kind, method, path, body) => {
      const person = world.cast.person('partner', 'LIAISON');
      const ask = async (id: string): Promise<Answer> => {
        const version = ['PATCH', 'PUT'].includes(method)
          ? await world.versionOf({ subject: 'caseId', versionOf: 'service_cases' }, own.caseId)
          : undefined;
        return program.as(person).send(method, path(own), body?.(id), { version });
      };
      const before = await world.digest();
      const [theirs, unknown] = [await ask(foreign[kind]), await ask(randomUUID())];
      expect(neutral(theirs)).toEqual(neutral(unknown));
      expect(theirs.status).toBe(404);
      expect(await world.digest()).toEqual(before);
    },
    30_000,
  );

  it.each(FILTERS)(
    'finds nothing: %s',
    async (_, kind, path) => {
      const person = world.cast.person('partner', 'LIAISON');
      const [theirs, unknown] = await Promise.all([foreign[kind], randomUUID()].map((id) => program.as(person).get(path(id))));
      expect(theirs?.body).toEqual({ items: [], total: 0 });
      expect(theirs?.body).toEqual(unknown?.body);
    },
    30_000,
  );
});
