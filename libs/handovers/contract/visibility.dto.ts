import { ApiProperty } from '@nestjs/swagger';
import { CASE_SECTIONS, SECTION_LEVELS, type CaseSection, type SectionLevel } from '@lotse/cases/contract';
import { ROLES, type Role } from '@lotse/shared/contract';
import { HANDOVER_BASES, type HandoverBasis } from './handover';
import { CASE_VISIBILITY_REASONS, COMPANY_VISIBILITY_REASONS, type CaseVisibilityReason, type CompanyVisibilityReason } from './visibility';

/** An organisation, or somebody of the own one, who reads a case, and why. */
export class CaseVisibilityItemDto {
  organisationId!: string;
  organisationName!: string;
  /** Set for a person of the own organisation; people of others are never named. */
  userId?: string;
  userName?: string;
  @ApiProperty({ enum: CASE_VISIBILITY_REASONS })
  reason!: CaseVisibilityReason;
  /** Through which roles people of this organisation read it. */
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];
  /** The parts of the case that are read; empty where only number, type, status and owner are. */
  @ApiProperty({ enum: CASE_SECTIONS, isArray: true })
  sections!: CaseSection[];
  /** What the sharing rests on; only for what was offered. */
  @ApiProperty({ enum: HANDOVER_BASES, nullable: true })
  basis!: HandoverBasis | null;
  /** The handover that gave the access. */
  handoverId!: string | null;
  /** Since when (ISO date and time); null where it was always so. */
  since!: string | null;
  /** Until when, if nobody decides (ISO date and time). */
  until!: string | null;
  /** Name of the absent person a deputy stands in for. */
  standsInFor?: string;
}

/** How far a part of a case may be read. */
export class SectionLevelDto {
  @ApiProperty({ enum: CASE_SECTIONS })
  section!: CaseSection;
  @ApiProperty({ enum: SECTION_LEVELS })
  level!: SectionLevel;
}

/** Who can see a case, and why. */
export class CaseVisibilityDto {
  items!: CaseVisibilityItemDto[];
  /** How far each part may be read; for the owner, empty for others. */
  levels!: SectionLevelDto[];
  /** Whether this is everybody. The owner sees all; others see the owner and themselves, not with whom else it was shared. */
  complete!: boolean;
}

/** An organisation, or somebody of the own one, who reads a company, and why. */
export class CompanyVisibilityItemDto {
  organisationId!: string;
  organisationName!: string;
  /** Set for a person of the own organisation; people of others are never named. */
  userId?: string;
  userName?: string;
  @ApiProperty({ enum: COMPANY_VISIBILITY_REASONS })
  reason!: CompanyVisibilityReason;
  /** Through which roles people of this organisation read it. */
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: Role[];
  /** The case that brings the company along. */
  caseId?: string;
  fileNumber?: string;
  /** Name of the absent person a deputy stands in for. */
  standsInFor?: string;
}

/**
 * Who can see a company, and why, as far as the reader may know it: other organisations can also have it by cases of their own, and
 * those stay theirs.
 */
export class CompanyVisibilityDto {
  items!: CompanyVisibilityItemDto[];
}
