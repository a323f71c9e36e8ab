import type { DistributionDto } from '@lotse/distributions/contract';
import type { Tone } from '@lotse/shared/ui';

/** How an enquiry stands, in a word of its own: `distribution.status.<key>`. */
export function statusOf({ state, timeLeft }: Pick<DistributionDto, 'state' | 'timeLeft'>): { key: string; tone: Tone } {
  if (state === 'WITHDRAWN') return { key: 'WITHDRAWN', tone: 'neutral' };
  if (state === 'DECIDED') return { key: 'DECIDED', tone: 'success' };
  return timeLeft?.over ? { key: 'OVER', tone: 'warning' } : { key: 'RUNNING', tone: 'info' };
}
