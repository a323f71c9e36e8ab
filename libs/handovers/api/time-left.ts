import type { TimeLeftDto } from '@lotse/handovers/contract';
import { berlinDay, countWorkingDays, type FederalState, type IsoDate } from '@lotse/shared/contract';

/** How long an offer can still be decided, counted as its due date was: in working days of the receiver's Land. */
export function timeLeft(dueOn: IsoDate, dueAt: Date, state: FederalState, now: Date): TimeLeftDto {
  return { workingDays: countWorkingDays(berlinDay(now), dueOn, { state }), over: dueAt <= now };
}
