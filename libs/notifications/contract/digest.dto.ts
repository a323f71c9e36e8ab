import { Matches, ValidateIf } from 'class-validator';

/** When the person is sent what is new, on working days of the Land. */
export class DigestDto {
  /** Time of day in Germany, `07:30`; null: no mail. */
  at!: string | null;
}

export class SetDigestDto {
  /** Time of day in Germany, `07:30`; null switches the mail off. */
  @ValidateIf((_, value) => value !== null)
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  at!: string | null;
}
