import type { IsoDate } from '@lotse/shared/contract';
import type { PermitEvent } from './permit-event';

/** What deferrals do to a period that begins anew. */
export interface Restart {
  /** The day it counts from; null while nobody knows when the deferral ends. */
  from: IsoDate | null;
  state: 'RUNNING' | 'DEFERRED' | 'ASK';
}

/**
 * Follows the deferrals of a period: one under § 15 (3) BauGB within the running period interrupts it, and it begins anew on the day the
 * deferral ends. Any other within it is a question for a person. What comes after the last day changes nothing.
 * @param lastDayFrom the last day of the period if it begins on a day
 */
export function restarted(
  events: readonly PermitEvent[],
  startedOn: IsoDate,
  stoppedOn: IsoDate | undefined,
  lastDayFrom: (from: IsoDate) => IsoDate | undefined,
): Restart {
  let from = startedOn;
  let isDeferred = false;
  for (const [at, event] of events.entries()) {
    if (event.kind !== 'DEFERRED' || event.on < from || (stoppedOn !== undefined && event.on > stoppedOn)) continue;
    const dueOn = lastDayFrom(from);
    if (dueOn !== undefined && event.on > dueOn) break;
    if (event.ground !== 'BAUGB_15_3') return { from, state: 'ASK' };
    const end = events.slice(at + 1).find(({ kind }) => kind === 'DEFERRAL_ENDED')?.on ?? event.until;
    if (!end) return { from: null, state: 'DEFERRED' };
    from = end;
    isDeferred = true;
  }
  return { from, state: isDeferred ? 'DEFERRED' : 'RUNNING' };
}
