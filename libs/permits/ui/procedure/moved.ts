import type { ClockDto, ClockKey, ProcedureDto } from '@lotse/permits/contract';

/** A count whose last day is another one now. */
export interface MovedClock {
  policy: ClockKey;
  from: string | null;
  to: string | null;
}

const lastDay = ({ dueOn, stoppedOn }: ClockDto): string | null => (stoppedOn ? null : dueOn);

/** What an event has moved: counts with another last day than before, those that ended among them. */
export function movedClocks(before: Pick<ProcedureDto, 'clocks'>, after: Pick<ProcedureDto, 'clocks'>): MovedClock[] {
  return after.clocks.flatMap((clock) => {
    const former = before.clocks.find(({ policy }) => policy === clock.policy);
    const [from, to] = [former ? lastDay(former) : null, lastDay(clock)];
    return from === to ? [] : [{ policy: clock.policy, from, to }];
  });
}
