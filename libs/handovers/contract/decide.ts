import type { HandoverKind, HandoverState } from './handover';

/** What can be done with a handover that exists. */
export const HANDOVER_ACTIONS = ['accept', 'decline', 'withdraw', 'return', 'end'] as const;
export type HandoverAction = (typeof HANDOVER_ACTIONS)[number];

/** Whether the acting organisation sent the offer or received it. */
export const HANDOVER_SIDES = ['FROM', 'TO'] as const;
export type HandoverSide = (typeof HANDOVER_SIDES)[number];

/**
 * May this side take the action in this state? The receiver accepts, declines and (a transfer) returns; the sender withdraws;
 * either side ends a running CONSULT or CO_WORK. What it cannot see from here, the database adds: an offer past its due time
 * is over, and only the latest transfer of a case can be returned, by the organisation that still owns it.
 */
export function canDecide(state: HandoverState, action: HandoverAction, side: HandoverSide, kind: HandoverKind): boolean {
  switch (action) {
    case 'accept':
    case 'decline':
      return state === 'OFFERED' && side === 'TO';
    case 'withdraw':
      return state === 'OFFERED' && side === 'FROM';
    case 'return':
      return state === 'ACCEPTED' && side === 'TO' && kind === 'TRANSFER';
    case 'end':
      return state === 'ACCEPTED' && kind !== 'TRANSFER';
  }
}

/** Declining and returning need a reason code and words; the other decisions may carry a note. */
export const needsReason = (action: HandoverAction): boolean => action === 'decline' || action === 'return';
