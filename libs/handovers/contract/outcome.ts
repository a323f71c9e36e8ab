import type { HandoverState } from './handover';

/**
 * How an offer came out, whatever became of it later: a transfer that was returned and a share that has ended were accepted once.
 * An offer past its due time has expired, even before the program has come by to say so.
 */
export const OFFER_OUTCOMES = ['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** The outcome of an offer in this state. `isOver`: its due time has passed. */
export function outcomeOf(state: HandoverState, isOver: boolean): OfferOutcome {
  switch (state) {
    case 'OFFERED':
      return isOver ? 'EXPIRED' : 'OPEN';
    case 'RETURNED':
    case 'ENDED':
      return 'ACCEPTED';
    default:
      return state;
  }
}
