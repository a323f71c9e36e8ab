import { ApiProperty } from '@nestjs/swagger';
import { ACCOUNTABLE_ROLES, type AccountableRole } from './accountable-time';

/** A stretch of time in which one organisation held the case, and whom it waited for. */
export class AccountableIntervalDto {
  organisationId!: string;
  organisationName!: string;
  /** `OWNER` works on it; `WAITING_APPLICANT` and `WAITING_THIRD_PARTY` wait for somebody; `CLOSED` holds it after the end. */
  @ApiProperty({ enum: ACCOUNTABLE_ROLES })
  role!: AccountableRole;
  /** ISO instant, inclusive. */
  from!: string;
  /** ISO instant, exclusive; of the last interval the moment of the answer. */
  to!: string;
}

/** Who held the case and who was waited for, derived from its events. */
export class AccountabilityDto {
  /** Seconds from creation to now; the intervals sum to it exactly. */
  ageSeconds!: number;
  /** Without gap or overlap, oldest first. Time in an undecided offer counts for the sender. */
  intervals!: AccountableIntervalDto[];
}
