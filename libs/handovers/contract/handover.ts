import type { CaseSection } from '@lotse/cases/contract';

/** TRANSFER moves the case, CONSULT asks for a statement, CO_WORK lets another organisation work along; the last two leave the owner. */
export const HANDOVER_KINDS = ['TRANSFER', 'CONSULT', 'CO_WORK'] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** OFFERED is the only open state of a TRANSFER; an ACCEPTED CONSULT or CO_WORK runs until it is ENDED. */
export const HANDOVER_STATES = ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'RETURNED', 'ENDED'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Why a case is offered. */
export const OFFER_REASONS = ['RESPONSIBILITY', 'COMPANY_MOVES', 'EXPERTISE', 'CAPACITY', 'OTHER'] as const;
export type OfferReason = (typeof OFFER_REASONS)[number];

/** Why an offer is declined or a case returned. */
export const REFUSAL_REASONS = ['NOT_RESPONSIBLE', 'NO_CAPACITY', 'INCOMPLETE', 'OTHER'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** On what the sharing rests: statutory task, the company's agreement, or an override with a reason (audited). */
export const HANDOVER_BASES = ['TASK', 'CONSENT', 'OVERRIDE'] as const;
export type HandoverBasis = (typeof HANDOVER_BASES)[number];

/** Which box of the handover page: what came in, what was sent. */
export const HANDOVER_BOXES = ['in', 'out'] as const;
export type HandoverBox = (typeof HANDOVER_BOXES)[number];

/** Longest note with an offer or a decision, in characters. */
export const HANDOVER_NOTE_MAX = 4000;

/** Working days to decide an offer, unless the organisation sets another number. */
export const HANDOVER_WORKING_DAYS = 2;

export const SHARE_PRESETS = ['ECKDATEN', 'ALLES_NOETIGE'] as const;
export type SharePreset = (typeof SHARE_PRESETS)[number];

/**
 * What goes along, in two choices a person can tell apart. FEEDBACK is in neither: grades and comments belong to the owner
 * at closure and reach others only as figures.
 */
export const PRESET_SECTIONS: Readonly<Record<SharePreset, readonly CaseSection[]>> = {
  ECKDATEN: ['MASTER'],
  ALLES_NOETIGE: ['MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS'],
};

/** The preset a dialog starts with: whoever takes over needs the work so far, whoever only advises needs the key facts. */
export const defaultPreset = (kind: HandoverKind): SharePreset => (kind === 'CONSULT' ? 'ECKDATEN' : 'ALLES_NOETIGE');
