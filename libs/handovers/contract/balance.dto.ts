import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { AbsentIfEmpty, IsDay, NotBefore } from '@lotse/shared/dto';
import { REFUSAL_REASONS, type RefusalReason } from './handover';

/** Which offers to count: by the day they were made. */
export class BalanceQueryDto {
  /** First day, YYYY-MM-DD; without it a year before `to`. */
  @AbsentIfEmpty()
  @IsOptional()
  @IsDay()
  from?: string;

  /** Last day, YYYY-MM-DD, not before `from` (else 400 `beforeStart`); without it today. */
  @AbsentIfEmpty()
  @IsOptional()
  @IsDay()
  @NotBefore('from')
  to?: string;
}

export class DeclinedByReasonDto {
  @ApiProperty({ enum: REFUSAL_REASONS })
  reasonCode!: RefusalReason;
  count!: number;
}

/**
 * How an organisation answered what others offered it in a period (TRANSFER, CONSULT and CO_WORK). Confidential cases are in none of
 * these figures. `offersReceived` = `accepted` + `declined` + `withdrawn` + `expired` + `open`.
 */
export class OrganisationAccountabilityDto {
  organisationId!: string;
  organisationName!: string;
  /** First day counted (ISO date). */
  from!: string;
  /** Last day counted (ISO date). */
  to!: string;
  /** Offers made to the organisation from `from` through `to`. */
  offersReceived!: number;
  /** Accepted, what was returned or ended later included. */
  accepted!: number;
  declined!: number;
  /** Every reason, also those nobody gave. */
  declinedByReason!: DeclinedByReasonDto[];
  /** Taken back by the sender before a decision. */
  withdrawn!: number;
  /** Nobody decided in time. */
  expired!: number;
  /** Still to be decided. */
  open!: number;
  /** Transfers accepted and given back later; in `accepted` too. */
  returned!: number;
  /** Accepted and declined: what the medians rest on. */
  decided!: number;
  /** Median time from the offer to the decision, in seconds of the clock; null without a decision. */
  medianSecondsToDecide!: number | null;
  /** The same in working days of the organisation's Land after the day of the offer; 0 is the same day, null without a decision. */
  medianWorkingDaysToDecide!: number | null;
  /** Cases the organisation owns now that changed hands three times or more, the last time in the period. */
  casesWithThreeOrMoreHandovers!: number;
}
