import { berlinDay, countWorkingDays, type WorkingCalendar } from '@lotse/shared/contract';
import { REFUSAL_REASONS, type HandoverState, type RefusalReason } from './handover';
import { OFFER_OUTCOMES, outcomeOf, type OfferOutcome } from './outcome';

/** An offer to the organisation, as the figures need it. Instants are ISO date and time. */
export interface ReceivedOffer {
  state: HandoverState;
  offeredAt: string;
  decidedAt: string | null;
  dueAt: string;
  reasonCode: RefusalReason | null;
}

/** How an organisation answered what others offered it. */
export interface OfferFigures {
  received: number;
  outcomes: Record<OfferOutcome, number>;
  /** Transfers that were accepted and given back later; they count as accepted too. */
  returned: number;
  /** Every reason, also those nobody gave. */
  declinedByReason: { reasonCode: RefusalReason; count: number }[];
  /** How many offers were accepted or declined: what the medians rest on. */
  decided: number;
  /** Half of the decisions took no longer, in seconds of the clock; null without any. */
  medianSecondsToDecide: number | null;
  /** The same in working days after the day of the offer, through the day of the decision; 0 is the same day. */
  medianWorkingDaysToDecide: number | null;
}

/**
 * Counts offers by what came of them. Time to decide is that of acceptances and refusals alone: an offer that expired or was
 * withdrawn was never decided, and how often that happened stands beside it.
 */
export function offerFigures(offers: readonly ReceivedOffer[], now: string, calendar: WorkingCalendar): OfferFigures {
  const outcomes = Object.fromEntries(OFFER_OUTCOMES.map((outcome) => [outcome, 0])) as Record<OfferOutcome, number>;
  const reasons = new Map<RefusalReason, number>();
  const seconds: number[] = [];
  const days: number[] = [];
  for (const offer of offers) {
    const outcome = outcomeOf(offer.state, Date.parse(offer.dueAt) <= Date.parse(now));
    outcomes[outcome]++;
    if (outcome === 'DECLINED' && offer.reasonCode) reasons.set(offer.reasonCode, (reasons.get(offer.reasonCode) ?? 0) + 1);
    if ((outcome === 'ACCEPTED' || outcome === 'DECLINED') && offer.decidedAt) {
      seconds.push((Date.parse(offer.decidedAt) - Date.parse(offer.offeredAt)) / 1000);
      days.push(countWorkingDays(berlinDay(offer.offeredAt), berlinDay(offer.decidedAt), calendar));
    }
  }
  return {
    received: offers.length,
    outcomes,
    returned: offers.filter(({ state }) => state === 'RETURNED').length,
    declinedByReason: REFUSAL_REASONS.map((reasonCode) => ({ reasonCode, count: reasons.get(reasonCode) ?? 0 })),
    decided: seconds.length,
    medianSecondsToDecide: median(seconds),
    medianWorkingDaysToDecide: median(days),
  };
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const high = sorted[upper] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[upper - 1] ?? 0) + high) / 2;
}
