import { RULES_OF } from './domain-refusals';
import type { Route } from './operation';
import { problemOf } from './problem-schema';

interface Refusal {
  /** Name among the responses of the document. */
  name: string;
  description: string;
  /** Whether a request to the route can be refused so, by what stands around every route. */
  happens: (route: Route) => boolean;
  /** Whether the answer says when to come back. */
  retryAfter?: true;
}

/** How requests are refused, by status, in the order of the answers (`AccessGuard`). */
export const REFUSALS: Record<number, Refusal> = {
  400: {
    name: 'Invalid',
    description: 'Path, query, headers or body do not fit; `errors` names every faulty field once, a missing one with `required`.',
    happens: () => true,
  },
  401: {
    name: 'NotSignedIn',
    description: '`session.missing`: no session, or one that has ended.',
    happens: ({ isPublic }) => !isPublic,
  },
  403: {
    name: 'Forbidden',
    description:
      '`forbidden`: the roles of the person do not allow this. `request.foreignOrigin`: a page of another origin asked for a change.',
    happens: ({ needsPermission, isWrite }) => needsPermission || isWrite,
  },
  404: {
    name: 'NotFound',
    description: 'What the path or the body names does not exist, or not for this person; both are answered alike.',
    happens: ({ hasPathParameter, namesOthers }) => hasPathParameter || namesOthers,
  },
  409: {
    name: 'Conflict',
    description: '`request.repeated`: a request with this `Idempotency-Key` is under way, or its answer is lost.',
    happens: ({ isRepeatable }) => isRepeatable,
  },
  410: { name: 'Gone', description: 'The link has expired.', happens: () => false },
  412: {
    name: 'Stale',
    description: '`stale`: somebody changed it since the version of `If-Match`; `details.version` is the stored one.',
    happens: ({ isVersioned }) => isVersioned,
  },
  413: {
    name: 'TooLarge',
    description: '`request.tooLarge`: the body is larger than 1 MiB. `file.tooLarge`: a file is larger than `details.limit` bytes.',
    happens: ({ isWrite }) => isWrite,
  },
  415: {
    name: 'UnsupportedType',
    description:
      '`request.contentType`: the body is of a type the route does not take, or compressed; a body nobody asked for has to be JSON too.',
    happens: ({ isWrite }) => isWrite,
  },
  422: {
    name: 'AgainstRule',
    description: '`request.idempotencyKeyReused`: the `Idempotency-Key` belongs to another request.',
    happens: ({ isRepeatable }) => isRepeatable,
  },
  428: {
    name: 'VersionMissing',
    description: '`request.ifMatchMissing`: a change needs `If-Match`.',
    happens: ({ isVersioned }) => isVersioned,
  },
  429: { name: 'TooMany', description: 'Too many requests; `Retry-After` says when to come back.', happens: () => false, retryAfter: true },
  503: {
    name: 'Unavailable',
    description: '`unavailable`: the database is away or overloaded; `Retry-After` says when to come back.',
    happens: ({ id }) => id !== 'Health.live',
    retryAfter: true,
  },
};

const RETRY_AFTER = { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } };
const response = (description: string, { retryAfter }: Refusal) => ({
  ...problemOf(description),
  ...(retryAfter && { headers: RETRY_AFTER }),
});

/** The refusals any route may share, for the components of the document. */
export const refusalResponses = Object.fromEntries(
  Object.values(REFUSALS).map((refusal) => [refusal.name, response(refusal.description, refusal)]),
);

/** How this route refuses, by status: what every route of its kind does, and the rules of its domain. */
export function refusalsOf(route: Route): Record<string, object> {
  const own: Record<string, string> = RULES_OF[route.id] ?? {};
  const responses: Record<string, object> = {};
  for (const [status, refusal] of Object.entries(REFUSALS)) {
    const [isCommon, rules] = [refusal.happens(route), own[status]];
    if (rules !== undefined) responses[status] = response(isCommon ? `${refusal.description} ${rules}` : rules, refusal);
    else if (isCommon) responses[status] = { $ref: `#/components/responses/${refusal.name}` };
  }
  return responses;
}
