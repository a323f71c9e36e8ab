import type { ClockDto, ClockState, DocumentState, ProcedureSummaryDto } from '@lotse/permits/contract';
import type { IconName, Tone } from '@lotse/shared/ui';

/** Tone and shape of the state of a count; the word beside them says the same. */
export const CLOCK_LOOKS: Record<ClockState, { tone: Tone; icon: IconName }> = {
  NOT_STARTED: { tone: 'neutral', icon: 'clock' },
  RUNNING: { tone: 'info', icon: 'clock' },
  PAUSED: { tone: 'warning', icon: 'pause' },
  DEFERRED: { tone: 'warning', icon: 'pause' },
  ASK: { tone: 'warning', icon: 'help' },
  OVERDUE: { tone: 'danger', icon: 'warning' },
  MET: { tone: 'success', icon: 'check' },
  MISSED: { tone: 'danger', icon: 'error' },
  STOPPED: { tone: 'neutral', icon: 'check' },
};

export const DOCUMENT_LOOKS: Record<DocumentState, { tone: Tone; icon: IconName }> = {
  EXPECTED: { tone: 'neutral', icon: 'open' },
  REQUESTED: { tone: 'warning', icon: 'clock' },
  RECEIVED: { tone: 'success', icon: 'check' },
  REJECTED: { tone: 'danger', icon: 'error' },
  NOT_NEEDED: { tone: 'neutral', icon: 'close' },
};

/** How near the next last day is: the board is read by it. */
export type Urgency = 'OVERDUE' | 'NEAR' | 'PAUSED' | 'CALM' | 'NONE' | 'CLOSED';

/** Days in which a deadline is near. */
export const NEAR_DAYS = 14;

const isOpen = ({ stoppedOn }: ClockDto): boolean => stoppedOn === null;

/** The count whose last day is the next one. */
export function nextClock({ clocks }: Pick<ProcedureSummaryDto, 'clocks'>): ClockDto | undefined {
  return clocks
    .filter((clock) => isOpen(clock) && clock.dueOn !== null)
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))
    .at(0);
}

/** One word for a procedure; what is over goes before what rests, what is near before what has time. */
export function urgencyOf(procedure: Pick<ProcedureSummaryDto, 'clocks' | 'closedOn'>): Urgency {
  if (procedure.closedOn) return 'CLOSED';
  const open = procedure.clocks.filter(isOpen);
  if (open.some(({ state }) => state === 'OVERDUE')) return 'OVERDUE';
  const days = nextClock(procedure)?.daysLeft ?? null;
  if (days !== null && days <= NEAR_DAYS) return 'NEAR';
  if (open.some(({ state }) => state === 'PAUSED' || state === 'DEFERRED')) return 'PAUSED';
  return days === null ? 'NONE' : 'CALM';
}

export const URGENCY_LOOKS: Record<Urgency, { tone: Tone; icon: IconName }> = {
  OVERDUE: { tone: 'danger', icon: 'warning' },
  NEAR: { tone: 'warning', icon: 'bell' },
  PAUSED: { tone: 'warning', icon: 'pause' },
  CALM: { tone: 'info', icon: 'clock' },
  NONE: { tone: 'neutral', icon: 'open' },
  CLOSED: { tone: 'neutral', icon: 'check' },
};
