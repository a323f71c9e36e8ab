import type { CaseType, Dueness } from '@lotse/cases/contract';
import type { DayKind } from './my-day';

/** One thing to do now. */
export class DayItemDto {
  /** Of the follow-up, handover or case behind it, together with the kind unique in the list. */
  id!: string;
  kind!: DayKind;
  caseId!: string;
  fileNumber!: string;
  caseType!: CaseType;
  /** What is to be done, or what the case is about. */
  title!: string;
  /** The case's title; null where the person reads only the offer. */
  caseTitle!: string | null;
  companyName!: string | null;
  /** The other organisation of an offer. */
  organisationName!: string | null;
  /** YYYY-MM-DD */
  dueOn!: string | null;
  /** How the day stands to today (Europe/Berlin); null without a day. */
  dueness!: Dueness | null;
  /** Page that opens it, as a path of the interface. */
  link!: string;
}

/** How many entries of one kind there are; each figure opens exactly these. */
export class DayCountDto {
  kind!: DayKind;
  count!: number;
}

export class MyDayDto {
  /** Overdue first, then by day; without a day last. */
  items!: DayItemDto[];
  total!: number;
  counts!: DayCountDto[];
}
