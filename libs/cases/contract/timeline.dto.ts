import type { CaseSection } from './case-section';

/** One field that became different. */
export class TimelineChangeDto {
  /** `status`, `title`, `nextStepOn`, …; own fields of the type as `details.areaSqm`. */
  field!: string;
  /** What stood there before; null when it was empty. */
  old!: unknown;
  /** What stands there since; null when it was emptied. */
  new!: unknown;
  /** The name behind `old` where that is an id or key (organisations, municipalities). */
  oldName?: string;
  /** The name behind `new`. */
  newName?: string;
}

/** Something that happened to a case. Written with the change itself, never altered. */
export class TimelineEventDto {
  id!: string;
  /** `case.created`, `status.changed`, `handover.offered`, … */
  kind!: string;
  /** The part of the case it belongs to; whoever does not read that part does not see the event. */
  section!: CaseSection;
  /** The day it happened (YYYY-MM-DD). */
  occurredOn!: string;
  /** ISO instant at which it was recorded. */
  recordedAt!: string;
  byName!: string;
  byOrganisationId!: string | null;
  byOrganisationName!: string | null;
  /** Old and new values. */
  changes!: TimelineChangeDto[];
  /** Facts that belong to the kind, as the text of a contact or the reason of an offer. */
  data!: Record<string, unknown>;
  /** The event this one corrects. */
  corrects!: string | null;
}

export class TimelinePageDto {
  /** Newest first. */
  items!: TimelineEventDto[];
  total!: number;
}
