import fc from 'fast-check';
import { median, offerFigures, type ReceivedOffer } from './balance';
import { HANDOVER_STATES, REFUSAL_REASONS } from './handover';
import { OFFER_OUTCOMES, outcomeOf } from './outcome';

const HESSE = { state: 'HE' } as const;
const NOW = '2026-11-23T12:00:00.000Z';
const offer = (changes: Partial<ReceivedOffer> = {}): ReceivedOffer => ({
  state: 'ACCEPTED',
  offeredAt: '2026-11-16T09:00:00.000Z',
  decidedAt: '2026-11-17T09:00:00.000Z',
  dueAt: '2026-11-18T23:00:00.000Z',
  reasonCode: null,
  ...changes,
});

describe('how an organisation answered what it was offered', () => {
  it('counts every offer once, by what came of it', () => {
    const figures = offerFigures(
      [
        offer(),
        offer({ state: 'RETURNED' }),
        offer({ state: 'ENDED' }),
        offer({ state: 'DECLINED', reasonCode: 'NO_CAPACITY' }),
        offer({ state: 'DECLINED', reasonCode: 'NO_CAPACITY' }),
        offer({ state: 'WITHDRAWN' }),
        offer({ state: 'EXPIRED' }),
        offer({ state: 'OFFERED', decidedAt: null }),
        offer({ state: 'OFFERED', decidedAt: null, dueAt: '2026-11-25T23:00:00.000Z' }),
      ],
      NOW,
      HESSE,
    );
    expect(figures).toMatchObject({
      received: 9,
      outcomes: { OPEN: 1, ACCEPTED: 3, DECLINED: 2, WITHDRAWN: 1, EXPIRED: 2 },
      returned: 1,
      decided: 5,
    });
    expect(figures.declinedByReason).toEqual([
      { reasonCode: 'NOT_RESPONSIBLE', count: 0 },
      { reasonCode: 'NO_CAPACITY', count: 2 },
      { reasonCode: 'INCOMPLETE', count: 0 },
      { reasonCode: 'OTHER', count: 0 },
    ]);
  });

  it('takes the time to decide from decisions alone, by the clock and in working days', () => {
    const decided = (decidedAt: string) => offer({ offeredAt: '2026-11-20T15:00:00.000Z', decidedAt });
    const figures = offerFigures(
      [
        decided('2026-11-20T16:00:00.000Z'),
        decided('2026-11-23T15:00:00.000Z'),
        decided('2026-11-24T15:00:00.000Z'),
        offer({ state: 'EXPIRED', decidedAt: '2026-11-24T23:00:00.000Z' }),
        offer({ state: 'WITHDRAWN', decidedAt: '2026-11-20T15:00:01.000Z' }),
      ],
      NOW,
      HESSE,
    );
    expect(figures.decided).toBe(3);
    // Friday to Monday: three days of the clock, one working day.
    expect(figures.medianSecondsToDecide).toBe(3 * 86_400);
    expect(figures.medianWorkingDaysToDecide).toBe(1);
    expect(offerFigures([], NOW, HESSE)).toMatchObject({ received: 0, medianSecondsToDecide: null, medianWorkingDaysToDecide: null });
  });

  it('always adds up', () => {
    const instant = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2026-12-31') }).map((ms) => new Date(ms).toISOString());
    const offers = fc.array(
      fc.record({
        state: fc.constantFrom(...HANDOVER_STATES),
        offeredAt: instant,
        decidedAt: fc.option(instant),
        dueAt: instant,
        reasonCode: fc.option(fc.constantFrom(...REFUSAL_REASONS)),
      }),
    );
    fc.assert(
      fc.property(offers, instant, (given, now) => {
        const { outcomes, received, declinedByReason, returned, decided } = offerFigures(given, now, HESSE);
        expect(OFFER_OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome], 0)).toBe(received);
        expect(declinedByReason.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(outcomes.DECLINED);
        expect(returned).toBeLessThanOrEqual(outcomes.ACCEPTED);
        expect(decided).toBeLessThanOrEqual(outcomes.ACCEPTED + outcomes.DECLINED);
      }),
    );
  });

  it('finds the middle', () => {
    expect([median([]), median([3]), median([10, 1]), median([5, 1, 100])]).toEqual([null, 3, 5.5, 5]);
    expect(HANDOVER_STATES.map((state) => outcomeOf(state, false))).toEqual([
      'OPEN',
      'ACCEPTED',
      'DECLINED',
      'WITHDRAWN',
      'EXPIRED',
      'ACCEPTED',
      'ACCEPTED',
    ]);
  });
});
