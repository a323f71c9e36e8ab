import type { CaseStatus, WaitingFor } from './case-status';

/** Who has to act: the owner, somebody the case waits for, or nobody because it is closed. */
export const ACCOUNTABLE_ROLES = ['OWNER', 'WAITING_APPLICANT', 'WAITING_THIRD_PARTY', 'CLOSED'] as const;
export type AccountableRole = (typeof ACCOUNTABLE_ROLES)[number];

/**
 * A fact that moves accountability. Offers are none: until an offer is accepted, the time counts for the sender.
 * `occurredAt` is when it happened (it may lie before `recordedAt`: people back-date), both as UTC instants.
 */
export type AccountableEvent = { occurredAt: string; recordedAt: string; id: string } & (
  { kind: 'owner'; organisationId: string } | { kind: 'status'; status: CaseStatus; waitingFor?: WaitingFor | null }
);

/** What a case is known by before its first event: when it came into being and with whom. */
export interface CaseStart {
  createdAt: string;
  organisationId: string;
}

/** A stretch of time in one pair of hands; `from` inclusive, `to` exclusive, both UTC instants in milliseconds precision. */
export interface AccountableInterval {
  organisationId: string;
  role: AccountableRole;
  from: string;
  to: string;
}

const roleOf = (status: CaseStatus, waitingFor?: WaitingFor | null): AccountableRole => {
  if (status === 'CLOSED') return 'CLOSED';
  if (status !== 'WAITING') return 'OWNER';
  return waitingFor === 'THIRD_PARTY' ? 'WAITING_THIRD_PARTY' : 'WAITING_APPLICANT';
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By what happened, then by what was recorded, then by id: one order, whatever order the rows arrive in. */
const inOrder = (events: readonly AccountableEvent[]) =>
  events
    .map((event) => ({ event, at: Date.parse(event.occurredAt), recorded: Date.parse(event.recordedAt) }))
    .sort((a, b) => a.at - b.at || a.recorded - b.recorded || compare(a.event.id, b.event.id));

/**
 * The life of a case as intervals without gap or overlap, from its creation to `now`. Their lengths always sum to its age:
 * an event before the creation counts from the creation, one after `now` not yet, and a later-recorded event at the same
 * moment wins. Neighbours in the same hands are joined; an interval of no length is left out.
 */
export function accountableTime(start: CaseStart, events: readonly AccountableEvent[], now: string): AccountableInterval[] {
  const begin = Date.parse(start.createdAt);
  const end = Math.max(begin, Date.parse(now));
  const intervals: { organisationId: string; role: AccountableRole; from: number; to: number }[] = [];
  let organisationId = start.organisationId;
  let role: AccountableRole = 'OWNER';
  let from = begin;

  const close = (to: number) => {
    if (to <= from) return;
    const last = intervals.at(-1);
    if (last && last.organisationId === organisationId && last.role === role) last.to = to;
    else intervals.push({ organisationId, role, from, to });
    from = to;
  };

  for (const { event, at } of inOrder(events)) {
    if (at > end) break;
    close(at);
    if (event.kind === 'owner') organisationId = event.organisationId;
    else role = roleOf(event.status, event.waitingFor);
  }
  close(end);
  return intervals.map((interval) => ({
    ...interval,
    from: new Date(interval.from).toISOString(),
    to: new Date(interval.to).toISOString(),
  }));
}

/** Length of an interval in milliseconds: whole numbers, so that sums stay exact. */
export const lengthOf = ({ from, to }: Pick<AccountableInterval, 'from' | 'to'>): number => Date.parse(to) - Date.parse(from);

/** Share of all time as OWNER that each organisation had, 0 to 1; empty when nobody was ever OWNER. */
export function ownerShares(intervals: readonly AccountableInterval[]): Map<string, number> {
  const owned = new Map<string, number>();
  for (const interval of intervals)
    if (interval.role === 'OWNER') owned.set(interval.organisationId, (owned.get(interval.organisationId) ?? 0) + lengthOf(interval));
  const total = [...owned.values()].reduce((sum, length) => sum + length, 0);
  return new Map([...owned].map(([organisation, length]) => [organisation, length / total]));
}
