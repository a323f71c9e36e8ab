import { ApiProperty, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { AbsentIfEmpty, HasWords, ManyLines, OneLine } from '@lotse/shared/dto';
import { CASE_TYPES, type CaseType } from '../case-type';
import {
  ORGANISATION_KINDS,
  type OrganisationKind,
  ROUTING_REASONS,
  ROUTING_RECEIVERS,
  type RoutingReason,
  type RoutingReceiver,
} from './routing-rule';

/** What a matter is and where it lies. */
export class RoutingSuggestionQueryDto {
  @IsIn(CASE_TYPES)
  caseType!: CaseType;

  /** Five digits; without it, or with any other, nobody knows where the matter lies. */
  @AbsentIfEmpty()
  @IsOptional()
  @IsString()
  @MaxLength(10)
  @OneLine()
  postalCode?: string;

  @AbsentIfEmpty()
  @IsOptional()
  @IsString()
  @MaxLength(120)
  @OneLine()
  place?: string;

  /** Municipality a person has decided on (AGS, eight digits); the address is then not asked. */
  @AbsentIfEmpty()
  @IsOptional()
  @Matches(/^\d{8}$/)
  ags?: string;

  /** What it is about, in the words of a rule; `topics` of an answer names them. */
  @AbsentIfEmpty()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  @OneLine()
  topic?: string;
}

/** An organisation that is probably responsible, and why. Nothing is routed by it: a person decides. */
export class RoutingSuggestionDto {
  organisationId!: string;
  organisationName!: string;
  /**
   * PLACE: the matter lies in its municipality. ORGANISATION: the rule names it. KIND: it is the region's chamber, district, …
   * POSSIBLE_PLACE: the address fits several municipalities, this is one. PLACE_UNKNOWN: nobody knows where it lies, the intake
   * organisation of the region finds out. NO_RULE: no rule fits, it decides.
   */
  @ApiProperty({ enum: ROUTING_REASONS })
  reason!: RoutingReason;
  /** The rule that leads here; null where none does. */
  ruleId!: string | null;
  ruleName!: string | null;
  /** What the region wrote down as the reason of that rule. */
  ruleText!: string | null;
  /** Name of the municipality, where the place leads here. */
  municipality!: string | null;
}

export class RoutingSuggestionsDto {
  /** Best first. */
  items!: RoutingSuggestionDto[];
  total!: number;
  /** The place is not certain: ask the company. The items are then possibilities, in no order to rely on. */
  ambiguous!: boolean;
  /** Topics the rules for this type of case tell apart. */
  topics!: string[];
}

/** A rule of the region. Conditions that are null hold for everything. */
export class RoutingRuleDto {
  id!: string;
  /** Place in the order, from 1; the first rule that fits counts most. */
  position!: number;
  name!: string;
  /** Why it is so, as shown with every suggestion. */
  why!: string;
  caseType!: CaseType | null;
  /** Municipality the matter lies in, as AGS. */
  ags!: string | null;
  topic!: string | null;
  /** Kind of the organisation that has the case. */
  organisationKind!: OrganisationKind | null;
  receiver!: RoutingReceiver;
  /** Only with the receiver ORGANISATION. */
  receiverOrganisationId!: string | null;
  active!: boolean;
  /** For If-Match; also the ETag. */
  version!: number;
}

export class RoutingRulesDto {
  items!: RoutingRuleDto[];
  total!: number;
  /** Whether the person may change them: administrators of the region's intake organisation. */
  mayChange!: boolean;
  intakeOrganisationName!: string | null;
}

export class CreateRoutingRuleDto {
  @IsString()
  @Length(2, 120)
  @OneLine()
  name!: string;

  /** Why it is so, for people who read the suggestion. */
  @IsOptional()
  @IsString()
  @HasWords()
  @MaxLength(500)
  @ManyLines()
  why?: string;

  @IsOptional()
  @IsIn(CASE_TYPES)
  caseType?: CaseType | null;

  /** AGS, eight digits. */
  @IsOptional()
  @Matches(/^\d{8}$/)
  ags?: string | null;

  @IsOptional()
  @IsString()
  @Length(2, 60)
  @OneLine()
  topic?: string | null;

  @IsOptional()
  @IsIn(ORGANISATION_KINDS)
  organisationKind?: OrganisationKind | null;

  @IsIn(ROUTING_RECEIVERS)
  receiver!: RoutingReceiver;

  /** Must be there with the receiver ORGANISATION, and only then. */
  @IsOptional()
  @IsUUID()
  receiverOrganisationId?: string | null;

  @IsOptional()
  @IsBoolean()
  active?: boolean;

  /** Place in the order, from 1; without it the last. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  position?: number;
}

/** Fields that stay out keep their value. */
export class ChangeRoutingRuleDto extends PartialType(CreateRoutingRuleDto, { skipNullProperties: false }) {}
