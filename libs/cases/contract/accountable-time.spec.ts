import fc from 'fast-check';
import { accountableTime, lengthOf, ownerShares, type AccountableEvent, type CaseStart } from './accountable-time';

const at = (minute: number) => new Date(Date.parse('2026-01-05T08:00:00Z') + minute * 60_000).toISOString();
const start: CaseStart = { createdAt: at(0), organisationId: 'A' };
const moved = (minute: number, organisationId: string, recorded = minute, id = `o${recorded}`): AccountableEvent => ({
  id,
  kind: 'owner',
  organisationId,
  occurredAt: at(minute),
  recordedAt: at(recorded),
});
const status = (minute: number, to: 'IN_PROGRESS' | 'CLOSED' | 'NEW', recorded = minute): AccountableEvent => ({
  id: `s${recorded}`,
  kind: 'status',
  status: to,
  occurredAt: at(minute),
  recordedAt: at(recorded),
});
const waits = (minute: number, waitingFor: 'APPLICANT' | 'THIRD_PARTY'): AccountableEvent => ({
  id: `w${minute}`,
  kind: 'status',
  status: 'WAITING',
  waitingFor,
  occurredAt: at(minute),
  recordedAt: at(minute),
});
const told = (events: AccountableEvent[], now: number) =>
  accountableTime(start, events, at(now)).map((part) => `${part.organisationId} ${part.role} ${lengthOf(part) / 60_000}`);

describe('accountable time', () => {
  it('belongs to the owner from the beginning', () => {
    expect(told([], 60)).toEqual(['A OWNER 60']);
    expect(told([status(10, 'IN_PROGRESS')], 60)).toEqual(['A OWNER 60']);
    expect(told([], 0)).toEqual([]);
  });

  it('moves with the case, waits for others, ends and begins again', () => {
    const events = [status(5, 'IN_PROGRESS'), waits(10, 'APPLICANT'), moved(20, 'B'), waits(25, 'THIRD_PARTY'), status(30, 'CLOSED')];
    expect(told([...events, status(50, 'IN_PROGRESS')], 60)).toEqual([
      'A OWNER 10',
      'A WAITING_APPLICANT 10',
      'B WAITING_APPLICANT 5',
      'B WAITING_THIRD_PARTY 5',
      'B CLOSED 20',
      'B OWNER 10',
    ]);
  });

  it('takes a back-dated event where it happened, and the later record of two at one moment', () => {
    expect(told([moved(30, 'B'), moved(10, 'C', 40)], 60)).toEqual(['A OWNER 10', 'C OWNER 20', 'B OWNER 30']);
    expect(told([moved(10, 'C', 12, 'a'), moved(10, 'B', 11, 'b')], 20)).toEqual(['A OWNER 10', 'C OWNER 10']);
    expect(told([moved(-100, 'B')], 20)).toEqual(['B OWNER 20']);
    expect(told([moved(100, 'B')], 20)).toEqual(['A OWNER 20']);
  });

  it('shares out the time as owner', () => {
    const parts = accountableTime(start, [moved(15, 'B'), status(60, 'CLOSED')], at(500));
    expect([...ownerShares(parts)]).toEqual([
      ['A', 0.25],
      ['B', 0.75],
    ]);
    expect(ownerShares(accountableTime(start, [status(0, 'CLOSED')], at(10))).size).toBe(0);
  });

  const event = fc
    .record({
      minute: fc.integer({ min: -200, max: 4000 }),
      late: fc.nat(5000),
      id: fc.uuid(),
      what: fc.oneof(
        fc.constantFrom('A', 'B', 'C', 'D').map((organisationId) => ({ kind: 'owner' as const, organisationId })),
        fc
          .constantFrom(
            ['NEW', null],
            ['IN_PROGRESS', null],
            ['WAITING', 'APPLICANT'],
            ['WAITING', 'THIRD_PARTY'],
            ['WAITING', null],
            ['CLOSED', null],
          )
          .map(([to, waitingFor]) => ({ kind: 'status', status: to, waitingFor }) as AccountableEvent & { kind: 'status' }),
      ),
    })
    .map(({ minute, late, id, what }): AccountableEvent => ({ ...what, id, occurredAt: at(minute), recordedAt: at(minute + late) }));
  // Few different minutes, so that many events fall on one moment.
  const histories = fc.array(
    fc.oneof(
      event,
      event.map((each): AccountableEvent => ({ ...each, occurredAt: at(7), recordedAt: at(9) })),
    ),
    { maxLength: 25 },
  );

  it('has no gap and no overlap and sums to the age, in any order of rows', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -10, max: 4200 }), (events, now) => {
        const parts = accountableTime(start, events, at(now));
        const age = Math.max(0, now) * 60_000;
        expect(parts.reduce((sum, part) => sum + lengthOf(part), 0)).toBe(age);
        const ends = [start.createdAt, ...parts.map((part) => part.to)];
        expect(parts.map((part) => part.from)).toEqual(ends.slice(0, -1));
        if (age > 0) expect(ends.at(-1)).toBe(at(now));
        expect(parts.filter((part) => lengthOf(part) <= 0)).toEqual([]);
        const hands = parts.map(({ organisationId, role }) => `${organisationId} ${role}`);
        expect(hands.filter((each, i) => each === hands[i + 1])).toEqual([]);
        expect(accountableTime(start, [...events].reverse(), at(now))).toEqual(parts);
        const shares = [...ownerShares(parts).values()];
        if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 3000 },
    );
  });

  it('what has been stays: more time only lengthens the last part', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 4000 }), fc.nat(300), (events, now, later) => {
        const past = events.filter((each) => each.occurredAt <= at(now));
        const before = accountableTime(start, past, at(now));
        const after = accountableTime(start, past, at(now + later));
        expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
        expect(after.length - before.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});
