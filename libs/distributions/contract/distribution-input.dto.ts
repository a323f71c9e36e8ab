import { ApiProperty } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { USE_CLASSES } from '@lotse/cases/contract';
import { HasWords, IsDay, ManyLines, OneLine, PageQueryDto } from '@lotse/shared/dto';
import {
  AREA_MAX,
  DISTRIBUTION_ANSWERS,
  DISTRIBUTION_BOXES,
  DISTRIBUTION_NOTE_MAX,
  DISTRIBUTION_RECEIVERS_MAX,
  DISTRIBUTION_STATES,
  NEED_TENURES,
  type DistributionAnswer,
  type DistributionBox,
  type DistributionState,
  type NeedTenure,
  type UseClass,
} from './distribution';
import { NeedProfileDto } from './need-profile.dto';

/** An enquiry to several organisations at the same moment. */
export class SendDistributionDto {
  /** Who is asked; each once. The own organisation only where it is a municipality. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(DISTRIBUTION_RECEIVERS_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  organisationIds!: string[];

  /**
   * What is needed; the only thing about the company that goes along. What is left out is taken from the case, except words: what neither
   * says stays open.
   */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NeedProfileDto)
  profile?: NeedProfileDto;

  /** What the enquiry is called, for instance a project name; never the company's. */
  @IsOptional()
  @IsString()
  @OneLine()
  @MaxLength(100)
  publicName?: string;
}

const isOffer = (input: AnswerDistributionDto) => input.answer === 'OFFER';
/** What came, before it is checked. */
type Given = Readonly<Record<string, unknown>>;
const isAmountAlone = (obj: Given): boolean => typeof obj['price'] === 'number' && !given(obj['pricePerSqm']);
const given = (value: unknown) => value !== undefined && value !== null;

/** The answer of one organisation that was asked; a later one replaces it until the enquiry is due. */
export class AnswerDistributionDto {
  /** OFFER: a site; NO_SITE: none that fits; DECLINED: does not take part. */
  @IsIn(DISTRIBUTION_ANSWERS)
  answer!: DistributionAnswer;

  /** Name or address of the site; required with OFFER. */
  @ValidateIf((input: AnswerDistributionDto) => isOffer(input) || given(input.site))
  @IsNotEmpty()
  @IsString()
  @OneLine()
  @MaxLength(200)
  site?: string;

  /** Area in square metres; required with OFFER. */
  @ValidateIf((input: AnswerDistributionDto) => isOffer(input) || given(input.areaSqm))
  @IsInt()
  @Min(1)
  @Max(AREA_MAX)
  areaSqm?: number;

  /** Price in euro per square metre: of the purchase, or of the rent per month. A number in `price` means the same. */
  @Expose()
  @Transform(({ value, obj }: { value: unknown; obj: Given }) => value ?? (isAmountAlone(obj) ? obj['price'] : value))
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100_000)
  pricePerSqm?: number;

  /** What the price means or why there is none, in words; or a number: euro per square metre, where `pricePerSqm` is left out. */
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'string', maxLength: 200 },
      { type: 'number', minimum: 0, maximum: 100_000 },
    ],
  })
  @Transform(({ value, obj }: { value: unknown; obj: Given }) => (isAmountAlone(obj) ? undefined : value))
  @IsOptional()
  @IsString()
  @OneLine()
  @MaxLength(200)
  price?: string;

  /** First day the site can be used (ISO date). */
  @IsOptional()
  @IsDay()
  availableFrom?: string;

  /** Words to the lead, and to the company with an offer; required with DECLINED. */
  @ValidateIf((input: AnswerDistributionDto) => input.answer === 'DECLINED' || given(input.note))
  @IsNotEmpty()
  @IsString()
  @HasWords()
  @ManyLines()
  @MaxLength(DISTRIBUTION_NOTE_MAX)
  note?: string;
}

/** Words for one of the organisations asked. */
export class OutcomeWordsDto {
  /** One of those asked. */
  @IsUUID()
  organisationId!: string;

  /** Read by this organisation alone, besides the lead. */
  @IsString()
  @HasWords()
  @ManyLines()
  @MaxLength(DISTRIBUTION_NOTE_MAX)
  note!: string;
}

/** How the lead ends an enquiry. */
export class DecideDistributionDto {
  /** Whose offer the company takes; null or left out: nobody's. */
  @IsOptional()
  @IsUUID()
  chosenOrganisationId?: string | null;

  /** Words for single organisations. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(DISTRIBUTION_RECEIVERS_MAX)
  @ArrayUnique((words: OutcomeWordsDto) => words.organisationId)
  @ValidateNested({ each: true })
  @Type(() => OutcomeWordsDto)
  outcomes?: OutcomeWordsDto[];

  /** Why, for the lead's own records; nobody else reads it. */
  @IsOptional()
  @IsString()
  @ManyLines()
  @MaxLength(DISTRIBUTION_NOTE_MAX)
  note?: string;
}

/** What accompanies taking an enquiry back. */
export class WithdrawDistributionDto {
  /** Why; all who were asked read it. */
  @IsOptional()
  @IsString()
  @ManyLines()
  @MaxLength(DISTRIBUTION_NOTE_MAX)
  note?: string;
}

/** Filters of the list of enquiries. */
export class DistributionListQueryDto extends PageQueryDto {
  /** `in`: what the own organisation was asked, `out`: what it leads; both without it. */
  @IsOptional()
  @IsIn(DISTRIBUTION_BOXES)
  box?: DistributionBox;

  /** Only enquiries in this state. */
  @IsOptional()
  @IsIn(DISTRIBUTION_STATES)
  state?: DistributionState;
}

/** The need by which organisations are compared. */
export class MatchQueryDto {
  /** Least area in square metres. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(AREA_MAX)
  areaMin?: number;

  /** Most area in square metres; counts only where `areaMin` is missing. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(AREA_MAX)
  areaMax?: number;

  /** Use class needed. */
  @IsOptional()
  @IsIn(USE_CLASSES)
  useClass?: UseClass;

  /** Rent, purchase or leasehold; OPEN is not compared. */
  @IsOptional()
  @IsIn(NEED_TENURES)
  tenure?: NeedTenure;
}

/** In which language a document is written. */
export class OffersPdfQueryDto {
  /** German without it. */
  @IsOptional()
  @IsIn(['de', 'en'])
  language?: 'de' | 'en';
}
