import type { CaseSection } from './case-section';
import type { CaseOutcome, CaseStatus, WaitingFor } from './case-status';
import type { CaseType } from './case-type';
import type { Dueness } from './dueness';

/** A person of the owner organisation. */
export class CasePersonDto {
  id!: string;
  name!: string;
}

/** What every reader of a case sees of it, in lists too. */
export class CaseSummaryDto {
  id!: string;
  /** File number (Aktenzeichen), as `OF-2026-7KD4`; not sequential. */
  fileNumber!: string;
  type!: CaseType;
  title!: string;
  status!: CaseStatus;
  /** For whom it waits; null unless WAITING. */
  waitingFor!: WaitingFor | null;
  /** How it ended; null unless CLOSED. */
  outcome!: CaseOutcome | null;
  /** FULL for the owner organisation, SHARED for those it is shared with. */
  access!: 'FULL' | 'SHARED';
  /** Read by the team only. */
  confidential!: boolean;
  projectName!: string | null;
  companyId!: string;
  /** A confidential company appears by its project name. */
  companyName!: string;
  /** Municipality of the company's main establishment; null when it lies outside the regions. */
  municipality!: string | null;
  ownerOrganisationId!: string;
  ownerOrganisationName!: string;
  officerId!: string | null;
  officerName!: string | null;
  nextStep!: string | null;
  /** YYYY-MM-DD */
  nextStepOn!: string | null;
  /** Somebody answered that nothing needs to be done for now; a new step, another owner or reopening takes that back. */
  noStepNeeded!: boolean;
  /** Only in the answer to a change that can be taken back: the id for `POST /undo/{id}`, ten seconds long. */
  undoId?: string;
  /** How the next step stands to today (Europe/Berlin); null without a date or when closed. */
  dueness!: Dueness | null;
  /** ISO instant */
  createdAt!: string;
  /** ISO instant of the last change */
  updatedAt!: string;
  /** ISO instant; null while open. */
  closedAt!: string | null;
  /** For If-Match; also the ETag. */
  version!: number;
}

/** A case as its readers see it. */
export class CaseDto extends CaseSummaryDto {
  /** It began with an enquiry by the public form; what the company wrote is at `/cases/{id}/enquiry`. */
  viaEnquiry!: boolean;
  /** Own fields of the type; only those that are filled. */
  details!: Record<string, unknown>;
  contactPersonId!: string | null;
  /** Null when the reader may not see contacts. */
  contactPersonName!: string | null;
  /** ISO instant of the last reopening */
  reopenedAt!: string | null;
  /** Parts of the case the reader sees. */
  sections!: CaseSection[];
  /** Whether the reader's organisation may add follow-ups and contacts. */
  mayContribute!: boolean;
  /** People added by name; empty for other organisations. */
  team!: CasePersonDto[];
}

/** What a former owner still sees: that the case exists and who has it now. */
export class CaseStubDto {
  id!: string;
  fileNumber!: string;
  type!: CaseType;
  status!: CaseStatus;
  ownerOrganisationId!: string;
  access!: 'STUB';
}

export class CasePageDto {
  items!: CaseSummaryDto[];
  /** Rows of all pages that the reader may see. */
  total!: number;
}

/** Confidential cases that were opened in one quarter: the only figure that counts them. */
export class ConfidentialCountDto {
  /** As `2026-Q4`. */
  quarter!: string;
  cases!: number;
}

export class ConfidentialCountsDto {
  items!: ConfidentialCountDto[];
  /** Quarters in the answer. */
  total!: number;
}
