import type { TestAnswer, TestClient } from '@lotse/shared/testing';
import { canary } from '../world/canary';
import type { Cast, Group } from '../world/cast';
import { HOUSE_OF } from '../world/cast';
import type { Situation } from '../world/situation';

export type Answer = TestAnswer<unknown>;

/** Which row of a situation the id in a path names. */
export type Subject =
  | 'caseId'
  | 'companyId'
  | 'contactId'
  | 'establishmentId'
  | 'followUpId'
  | 'jobEffectId'
  | 'agreementId'
  | 'documentId'
  | 'procedureId'
  | 'handoverId'
  | 'distributionId';

interface CallFacts {
  situation: Situation;
  cast: Cast;
  group: Group;
}

/** How a route is called so that nothing but access decides. */
export interface Call {
  subject: Subject;
  /** Sent with If-Match: the table whose version counts. */
  versionOf?: 'service_cases' | 'follow_ups' | 'documents' | 'permit_procedures' | 'companies' | 'establishments' | 'contact_persons';
  body?: (facts: CallFacts) => object;
  /** A body no route takes. */
  invalid?: object;
  /** Spoils the situation for the calls after it. */
  alone?: boolean;
}

const later = '2030-01-15';
const colleague = ({ cast, group }: CallFacts) => cast.person(group, 'LIAISON').userId;
const text = ({ situation }: CallFacts) => canary(situation.name, 'title');
const followUp = ({ situation }: CallFacts) => ({ title: canary(situation.name, 'followUp'), dueOn: later });
const refusal = { reasonCode: 'NO_CAPACITY', note: 'Probe' };
const place = { street: 'Probeweg', houseNumber: '2', postalCode: '63225', place: 'Langen' };
const INVALID = { nothing: 'of the kind' };

/** Every route with an id in its path, by the key of the expectation tables. */
export const CALLS: Readonly<Record<string, Call>> = {
  'GET /cases/{id}': { subject: 'caseId' },
  'GET /cases/{id}/accountability': { subject: 'caseId' },
  'GET /cases/{id}/routing-suggestion': { subject: 'caseId' },
  'GET /cases/{id}/visibility': { subject: 'caseId' },
  'GET /cases/{id}/enquiry': { subject: 'caseId' },
  'GET /cases/{id}/agreements': { subject: 'caseId' },
  'POST /cases/{id}/agreements': {
    subject: 'caseId',
    body: () => ({ kind: 'COMPANY', purpose: 'Probe', givenBy: 'Probe Beispiel' }),
    invalid: INVALID,
  },
  'GET /cases/{id}/timeline': { subject: 'caseId' },
  'GET /cases/{id}/follow-ups': { subject: 'caseId' },
  'GET /cases/{id}/job-effects': { subject: 'caseId' },
  'GET /cases/{id}/handovers': { subject: 'caseId' },
  'GET /cases/{id}/handover-preview': { subject: 'caseId' },
  'GET /cases/{id}/survey': { subject: 'caseId' },
  'GET /cases/{id}/mute': { subject: 'caseId' },
  'PUT /cases/{id}/mute': { subject: 'caseId' },
  'DELETE /cases/{id}/mute': { subject: 'caseId' },
  'GET /cases/{id}/presence': { subject: 'caseId' },
  'PUT /cases/{id}/presence': { subject: 'caseId' },
  'DELETE /cases/{id}/presence': { subject: 'caseId' },
  'PUT /handovers/{id}/claim': { subject: 'handoverId' },
  'DELETE /handovers/{id}/claim': { subject: 'handoverId' },
  'PATCH /cases/{id}': { subject: 'caseId', versionOf: 'service_cases', body: (f) => ({ title: `${text(f)} neu` }), invalid: INVALID },
  'PUT /cases/{id}/next-step': { subject: 'caseId', versionOf: 'service_cases', body: () => ({ nextStepOn: later }), invalid: INVALID },
  'PUT /cases/{id}/team': { subject: 'caseId', versionOf: 'service_cases', body: (f) => ({ members: teamOf(f) }), invalid: INVALID },
  'PUT /cases/{id}/officer': {
    subject: 'caseId',
    versionOf: 'service_cases',
    body: (f) => ({ officerId: colleague(f) }),
    invalid: INVALID,
    alone: true,
  },
  'PUT /cases/{id}/section-level': {
    subject: 'caseId',
    versionOf: 'service_cases',
    body: () => ({ section: 'NOTES', level: 'ORGANISATION' }),
    invalid: INVALID,
    alone: true,
  },
  'PUT /cases/{id}/confidential': {
    subject: 'caseId',
    versionOf: 'service_cases',
    body: () => ({ confidential: true }),
    invalid: INVALID,
    alone: true,
  },
  'POST /cases/{id}/follow-ups': { subject: 'caseId', body: followUp, invalid: INVALID },
  'PATCH /follow-ups/{id}': { subject: 'followUpId', versionOf: 'follow_ups', body: followUp, invalid: INVALID },
  'PUT /follow-ups/{id}/done': { subject: 'followUpId', versionOf: 'follow_ups', body: () => ({ done: true }), invalid: INVALID },
  'GET /cases/{id}/checklist': { subject: 'caseId' },
  'POST /cases/{id}/checklist': { subject: 'caseId', body: () => ({ titles: ['Probe'] }), invalid: INVALID },
  'DELETE /follow-ups/{id}': { subject: 'followUpId', versionOf: 'follow_ups', alone: true },
  'POST /cases/{id}/delete': {
    subject: 'caseId',
    versionOf: 'service_cases',
    body: () => ({ reason: 'Probe' }),
    invalid: INVALID,
    alone: true,
  },
  'POST /cases/{id}/job-effects': {
    subject: 'caseId',
    body: ({ situation }) => ({ effect: 'SECURED', attribution: 'OBSERVED', count: 3, source: canary(situation.name, 'effect') }),
    invalid: INVALID,
  },
  'DELETE /job-effects/{id}': { subject: 'jobEffectId' },
  'POST /agreements/{id}/withdraw': { subject: 'agreementId', body: () => ({}), invalid: INVALID, alone: true },
  'PUT /cases/{id}/status': {
    subject: 'caseId',
    versionOf: 'service_cases',
    body: () => ({ status: 'WAITING', waitingFor: 'APPLICANT' }),
    invalid: INVALID,
    alone: true,
  },
  'POST /cases/{id}/handovers': {
    subject: 'caseId',
    body: ({ situation, cast }) => ({
      toOrganisationId: cast.houses.neighbour.id,
      kind: 'CONSULT',
      reasonCode: 'EXPERTISE',
      note: canary(situation.name, 'offer'),
    }),
    invalid: INVALID,
    alone: true,
  },
  'GET /cases/{id}/relocation': { subject: 'caseId' },
  'POST /cases/{id}/relocation-release': {
    subject: 'caseId',
    body: () => ({ kind: 'CONSENT', by: 'Erika Beispiel', on: '2026-01-15' }),
    invalid: INVALID,
    alone: true,
  },
  'DELETE /cases/{id}/relocation-release': { subject: 'caseId', alone: true },
  'POST /cases/{id}/relocation-notices': { subject: 'caseId', body: () => ({}), alone: true },
  'GET /cases/{id}/distributions': { subject: 'caseId' },
  'POST /cases/{id}/distributions': {
    subject: 'caseId',
    body: ({ cast }) => ({ organisationIds: [cast.houses.neighbour.id], profile: { areaMin: 500 } }),
    invalid: INVALID,
    alone: true,
  },
  'GET /distributions/{id}': { subject: 'distributionId' },
  'GET /distributions/{id}/offers.pdf': { subject: 'distributionId' },
  'POST /distributions/{id}/opened': { subject: 'distributionId' },
  'POST /distributions/{id}/answer': {
    subject: 'distributionId',
    body: () => ({ answer: 'OFFER', site: 'Probe', areaSqm: 500 }),
    invalid: INVALID,
  },
  'POST /distributions/{id}/expose': { subject: 'distributionId' },
  'GET /distributions/{id}/expose': { subject: 'distributionId' },
  'POST /distributions/{id}/decision': { subject: 'distributionId', body: () => ({}), invalid: INVALID, alone: true },
  'POST /distributions/{id}/withdraw': { subject: 'distributionId', body: () => ({}), invalid: INVALID, alone: true },
  'GET /cases/{id}/procedures': { subject: 'caseId' },
  'POST /cases/{id}/procedures': {
    subject: 'caseId',
    body: ({ situation }) => ({ type: 'OTHER', title: canary(situation.name, 'procedure') }),
    invalid: INVALID,
  },
  'GET /procedures/{id}': { subject: 'procedureId' },
  'PATCH /procedures/{id}': {
    subject: 'procedureId',
    versionOf: 'permit_procedures',
    body: ({ situation }) => ({ title: `${canary(situation.name, 'procedure')} neu` }),
    invalid: INVALID,
  },
  'POST /procedures/{id}/events': { subject: 'procedureId', body: () => ({ kind: 'RECEIVED', on: '2026-03-23' }), invalid: INVALID },
  'GET /cases/{id}/documents': { subject: 'caseId' },
  'POST /cases/{id}/documents': { subject: 'caseId' },
  'GET /documents/{id}': { subject: 'documentId' },
  'GET /documents/{id}/versions/{number}/content': { subject: 'documentId' },
  'POST /documents/{id}/versions': { subject: 'documentId', versionOf: 'documents' },
  'PATCH /documents/{id}': {
    subject: 'documentId',
    versionOf: 'documents',
    body: ({ situation }) => ({ name: `${canary(situation.name, 'document')} neu` }),
    invalid: INVALID,
  },
  'DELETE /documents/{id}': { subject: 'documentId', versionOf: 'documents', alone: true },
  'POST /documents/{id}/restore': { subject: 'documentId', versionOf: 'documents' },
  'GET /handovers/{id}': { subject: 'handoverId' },
  'POST /handovers/{id}/accept': { subject: 'handoverId', body: () => ({}), invalid: INVALID, alone: true },
  'POST /handovers/{id}/decline': { subject: 'handoverId', body: () => refusal, invalid: INVALID, alone: true },
  'POST /handovers/{id}/withdraw': { subject: 'handoverId', body: () => ({}), invalid: INVALID, alone: true },
  'POST /handovers/{id}/return': { subject: 'handoverId', body: () => refusal, invalid: INVALID, alone: true },
  'POST /handovers/{id}/end': { subject: 'handoverId', body: () => ({}), invalid: INVALID, alone: true },
  'POST /handovers/{id}/messages': {
    subject: 'handoverId',
    body: ({ situation }) => ({ note: canary(situation.name, 'message') }),
    invalid: INVALID,
  },
  'GET /companies/{id}': { subject: 'companyId' },
  'GET /companies/{id}/interactions': { subject: 'companyId' },
  'GET /companies/{id}/open-cases': { subject: 'companyId' },
  'GET /companies/{id}/visibility': { subject: 'companyId' },
  'PATCH /companies/{id}': {
    subject: 'companyId',
    versionOf: 'companies',
    body: () => ({ website: 'https://probe.example' }),
    invalid: INVALID,
  },
  'POST /companies/{id}/release': { subject: 'companyId', versionOf: 'companies', alone: true },
  'PUT /companies/{id}/team': {
    subject: 'companyId',
    versionOf: 'companies',
    body: (facts) => ({ members: readersOf(facts) }),
    invalid: INVALID,
    alone: true,
  },
  'POST /companies/{id}/establishments': { subject: 'companyId', body: () => place, invalid: INVALID },
  'POST /companies/{id}/contacts': { subject: 'companyId', body: () => ({ firstName: 'Neu', lastName: 'Probe' }), invalid: INVALID },
  'POST /companies/{id}/interactions': { subject: 'companyId', body: () => ({ kind: 'CALL', text: 'Probe' }), invalid: INVALID },
  'PATCH /establishments/{id}': {
    subject: 'establishmentId',
    versionOf: 'establishments',
    body: () => ({ name: 'Probe' }),
    invalid: INVALID,
  },
  'PATCH /contacts/{id}': { subject: 'contactId', versionOf: 'contact_persons', body: () => ({ position: 'Probe' }), invalid: INVALID },
};

function teamOf({ cast, group }: CallFacts): string[] {
  return cast.viewers
    .filter((viewer) => HOUSE_OF[viewer.group] === HOUSE_OF[group] && viewer.group === group)
    .map(({ person }) => person.userId);
}

/** Those of a group whose roles read companies. */
const readersOf = ({ cast, group }: CallFacts): string[] =>
  (['OFFICER', 'LIAISON', 'MANAGER'] as const).map((role) => cast.person(group, role).userId);

export function callOf(route: string): Call {
  const call = CALLS[route];
  if (!call) throw new Error(`nobody says how to call ${route}`);
  return call;
}

export interface Sending {
  id: string;
  version?: number;
  body?: object;
}

/** Sends a request of a route; `id` takes the place of the one in its path. */
export function send(client: TestClient, route: string, { id, version, body }: Sending): Promise<Answer> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replace('{number}', '1').replace(/\{\w+\}/, id) + (FILE_QUERIES[route] ?? '');
  const options = { ...(version !== undefined && { version }), ...(route in FILE_QUERIES && FILE) };
  return client.send(method, address, body, options);
}

/** Routes whose body is a file as it is, and what they ask for in the address. */
const FILE_QUERIES: Readonly<Record<string, string>> = {
  'POST /cases/{id}/documents': '?name=Probe.txt',
  'POST /documents/{id}/versions': '',
  'POST /distributions/{id}/expose': '?name=Probe.pdf',
};
const FILE = { raw: '%PDF-1.7\n% Probe\n%%EOF\n', headers: { 'content-type': 'application/octet-stream' } };

/** An answer without what differs from request to request, so that two refusals can be compared. */
export function neutral({ status, headers, body }: Answer): object {
  const {
    requestId: _request,
    instance: _instance,
    ...rest
  } = (typeof body === 'object' && body !== null ? body : { body }) as Record<string, unknown>;
  const telling = ['content-type', 'etag', 'cache-control', 'location', 'retry-after', 'content-length'].map((name) =>
    name === 'content-length' ? '' : `${name}: ${headers.get(name)}`,
  );
  return { status, telling, rest };
}
