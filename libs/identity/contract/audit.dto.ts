import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { IsDay, PageQueryDto } from '@lotse/shared/dto';

export class AuditQueryDto extends PageQueryDto {
  /** Only entries of this kind, such as `session.opened`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  action?: string;

  /** Only what this person did. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  /** First day, YYYY-MM-DD in Europe/Berlin. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** Last day, YYYY-MM-DD in Europe/Berlin. */
  @IsOptional()
  @IsDay()
  to?: string;
}

/** Who did what, when; never the content of a case. */
export class AuditEntryDto {
  id!: string;
  /** ISO date and time. */
  recordedAt!: string;
  action!: string;
  /** Name of the person; missing once the account is gone. */
  person?: string;
  subjectKind?: string;
  subjectId?: string;
  /** Facts of the entry, such as old and new roles. */
  details!: Record<string, unknown>;
}

/** Somebody who belongs or belonged to the organisation. */
export class AuditPersonDto {
  id!: string;
  name!: string;
}

export class AuditPageDto {
  items!: AuditEntryDto[];
  total!: number;
  /** Everybody of the organisation by name: whom entries may speak of. */
  people!: AuditPersonDto[];
}
