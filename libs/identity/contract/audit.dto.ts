import { Type } from 'class-transformer';
import { IsDate, IsOptional, IsString, Length } from 'class-validator';
import { PageQueryDto } from '@lotse/shared/dto';

export class AuditQueryDto extends PageQueryDto {
  /** Only entries of this kind, such as `session.opened`. */
  @IsOptional()
  @IsString()
  @Length(1, 60)
  action?: string;

  /** Only entries recorded at or after this moment; ISO date and time. */
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  since?: Date;
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

export class AuditPageDto {
  items!: AuditEntryDto[];
  total!: number;
}
