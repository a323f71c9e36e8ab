import { USE_CLASSES } from '@lotse/cases/contract';

/** RUNNING until the lead decides or takes it back; whether the time to answer is over follows from `dueAt`. */
export const DISTRIBUTION_STATES = ['RUNNING', 'DECIDED', 'WITHDRAWN'] as const;
export type DistributionState = (typeof DISTRIBUTION_STATES)[number];

/** What an organisation answers: a site, no suitable site, or that it does not take part. */
export const DISTRIBUTION_ANSWERS = ['OFFER', 'NO_SITE', 'DECLINED'] as const;
export type DistributionAnswer = (typeof DISTRIBUTION_ANSWERS)[number];

/** What became of an organisation's offer. */
export const DISTRIBUTION_OUTCOMES = ['CHOSEN', 'NOT_CHOSEN'] as const;
export type DistributionOutcome = (typeof DISTRIBUTION_OUTCOMES)[number];

/** Lines of the fairness log. */
export const DISTRIBUTION_LOG_KINDS = ['SENT', 'OPENED', 'ANSWERED', 'REPLACED', 'EXPOSE', 'WITHDRAWN', 'DECIDED', 'LEAD_CHANGED'] as const;
export type DistributionLogKind = (typeof DISTRIBUTION_LOG_KINDS)[number];

/** `in`: enquiries the own organisation was asked, `out`: those it leads. */
export const DISTRIBUTION_BOXES = ['in', 'out'] as const;
export type DistributionBox = (typeof DISTRIBUTION_BOXES)[number];

/** What can be done with a distribution that exists. */
export const DISTRIBUTION_ACTIONS = ['answer', 'decide', 'withdraw'] as const;
export type DistributionAction = (typeof DISTRIBUTION_ACTIONS)[number];

/** Working days to answer, the day of sending not counted. */
export const DISTRIBUTION_WORKING_DAYS = 5;

/** Organisations one enquiry can go to. */
export const DISTRIBUTION_RECEIVERS_MAX = 100;

/** Longest note, in characters. */
export const DISTRIBUTION_NOTE_MAX = 4000;

/** What an exposé may be: files that every reader can open. */
export const EXPOSE_KINDS = ['PDF', 'JPEG', 'PNG'] as const;
export type ExposeKind = (typeof EXPOSE_KINDS)[number];

/** How a site is given; OPEN in a need profile means either. */
export const SITE_TENURES = ['RENT', 'BUY', 'LEASEHOLD'] as const;
export type SiteTenure = (typeof SITE_TENURES)[number];
export const NEED_TENURES = [...SITE_TENURES, 'OPEN'] as const;
export type NeedTenure = (typeof NEED_TENURES)[number];

/** What the site has to be reached by. */
export const NEED_TRANSPORTS = ['MOTORWAY', 'RAIL', 'PUBLIC_TRANSPORT', 'AIRPORT', 'NONE'] as const;
export type NeedTransport = (typeof NEED_TRANSPORTS)[number];

export type UseClass = (typeof USE_CLASSES)[number];

/** Largest area anybody can ask for or offer, in square metres (five square kilometres). */
export const AREA_MAX = 5_000_000;
