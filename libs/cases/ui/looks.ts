import type { CaseStatus, Dueness } from '@lotse/cases/contract';
import type { IconName, Tone } from '@lotse/shared/ui';

/** Tone and shape of each status; the word beside them says the same. */
export const STATUS_LOOKS: Record<CaseStatus, { tone: Tone; icon: IconName }> = {
  NEW: { tone: 'info', icon: 'star' },
  IN_PROGRESS: { tone: 'info', icon: 'open' },
  WAITING: { tone: 'warning', icon: 'pause' },
  CLOSED: { tone: 'neutral', icon: 'check' },
};

export const DUE_TONES: Record<Dueness, Tone> = { OVERDUE: 'danger', TODAY: 'warning', SOON: 'info', LATER: 'neutral' };
export const DUE_ICONS: Record<Dueness, IconName> = { OVERDUE: 'warning', TODAY: 'bell', SOON: 'clock', LATER: 'calendar' };
