import type { HandoverDto, HandoverKind, HandoverState, TimeLeftDto } from '@lotse/handovers/contract';
import type { IconName, Tone } from '@lotse/shared/ui';

/** How a state looks; the word stands beside it. */
export const STATE_TONES: Readonly<Record<HandoverState, Tone>> = {
  OFFERED: 'info',
  ACCEPTED: 'success',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
  EXPIRED: 'warning',
  RETURNED: 'neutral',
  ENDED: 'neutral',
};

export const KIND_ICONS: Readonly<Record<HandoverKind, IconName>> = { TRANSFER: 'handover', CONSULT: 'meeting', CO_WORK: 'people' };

/** Which sentence says how long there is, and how urgent it looks. */
export function timeLeftLook({ workingDays, over }: TimeLeftDto): { key: 'over' | 'today' | 'one' | 'many'; tone: Tone } {
  if (over) return { key: 'over', tone: 'danger' };
  if (workingDays === 0) return { key: 'today', tone: 'danger' };
  return workingDays === 1 ? { key: 'one', tone: 'warning' } : { key: 'many', tone: 'info' };
}

/** Who closed a handover and when: of what ended later, the end. */
export function closing(handover: HandoverDto): { by: string | null; at: string | null } {
  return handover.state === 'ENDED' || handover.state === 'RETURNED'
    ? { by: handover.endedByName ?? handover.decidedByName, at: handover.endedAt }
    : { by: handover.decidedByName, at: handover.decidedAt };
}
