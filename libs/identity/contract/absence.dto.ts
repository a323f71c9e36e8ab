import { IsISO8601, IsOptional, IsUUID, Length } from 'class-validator';

/** Days on which somebody is away, and who stands in. */
export class AbsenceDto {
  id!: string;
  userId!: string;
  userName!: string;
  /** Stands in on these days: reads the absent person's confidential cases, gets and decides their offers. */
  deputyId!: string;
  deputyName!: string;
  /** First day away (ISO date). */
  startsOn!: string;
  /** Last day away (ISO date). */
  endsOn!: string;
  /** Whether today is one of the days. */
  now!: boolean;
  /** Whether the reader may end it: the own absence, or anybody's for managers and administrators. */
  mayEnd!: boolean;
}

export class AbsencePageDto {
  items!: AbsenceDto[];
  total!: number;
}

export class EnterAbsenceDto {
  /** Who is away; the acting person without it. For others only managers and administrators. */
  @IsOptional()
  @IsUUID()
  userId?: string;

  /** A colleague who is officer or liaison, not the person who is away. */
  @IsUUID()
  deputyId!: string;

  /** First day away (ISO date). */
  @IsISO8601({ strict: true })
  @Length(10, 10)
  startsOn!: string;

  /** Last day away (ISO date), today or later and not before the first. */
  @IsISO8601({ strict: true })
  @Length(10, 10)
  endsOn!: string;
}
