import { Equals, IsEmail, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { HasWords, ManyLines, OneLine, PlainAddress } from '@lotse/shared/dto';
import { CONSENT_TEXTS, ENQUIRY_MESSAGE_MAX, ENQUIRY_TYPES, type EnquiryType } from './enquiry';
import { FormArea, FormMessage, FormTick, SmallLetters, Tidy, TidyOrNothing } from './form-input';

/** What a company asks for, and who asks. */
export class SubmitEnquiryDto {
  @IsIn(ENQUIRY_TYPES)
  type!: EnquiryType;

  @Tidy()
  @IsString()
  @Length(2, 200)
  @OneLine()
  companyName!: string;

  @Tidy()
  @IsString()
  @Length(1, 100)
  @OneLine()
  firstName!: string;

  @Tidy()
  @IsString()
  @Length(1, 100)
  @OneLine()
  lastName!: string;

  /** Where the receipt goes. */
  @SmallLetters()
  @IsEmail()
  @PlainAddress()
  @MaxLength(254)
  email!: string;

  /** In any notation. */
  @IsOptional()
  @TidyOrNothing()
  @IsString()
  @MaxLength(50)
  @OneLine()
  @Matches(/\d.*\d.*\d/)
  phone?: string;

  /** Of the place it is about: where the company lies or wants to be; five digits. Without it the intake organisation of the region asks. */
  @IsOptional()
  @TidyOrNothing()
  @Matches(/^\d{5}$/)
  postalCode?: string;

  @IsOptional()
  @TidyOrNothing()
  @IsString()
  @MaxLength(120)
  @OneLine()
  place?: string;

  /** Area needed, square metres. */
  @IsOptional()
  @FormArea()
  @IsInt()
  @Min(0)
  @Max(5_000_000)
  areaSqm?: number;

  @FormMessage()
  @IsString()
  @Length(1, ENQUIRY_MESSAGE_MAX)
  @ManyLines()
  @HasWords()
  message!: string;

  /** Language of the receipt: `de` (without it) or `en`. */
  @IsOptional()
  @TidyOrNothing()
  @IsIn(['de', 'en'])
  language?: 'de' | 'en';

  /** The company's agreement to the text of `consentVersion` (Art. 6 (1) a DSGVO); nothing is stored without it. */
  @FormTick()
  @Equals(true)
  consent!: boolean;

  /** Version of the text that was shown; without it today's. */
  @IsOptional()
  @TidyOrNothing()
  @IsIn(Object.keys(CONSENT_TEXTS))
  consentVersion?: string;

  /** Short name of a region; without it the one the postal code lies in, else the first. */
  @IsOptional()
  @TidyOrNothing()
  @Matches(/^[a-z0-9-]{1,60}$/)
  region?: string;

  /** Stays empty: people do not see this field. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  @ManyLines()
  subject?: string;
}

/** What the company is told: it is there, under this number, and this person answers. */
export class EnquiryReceivedDto {
  /** File number (Aktenzeichen), as `OF-2026-7KD4`. */
  fileNumber!: string;
  /** The person who answers for it. */
  contactName!: string;
  organisationName!: string;
}

/** What a company sent, for those who read contacts and notes of the case it became. */
export class EnquiryDto {
  id!: string;
  caseId!: string;
  type!: EnquiryType;
  companyName!: string;
  firstName!: string;
  lastName!: string;
  email!: string;
  phone!: string | null;
  postalCode!: string | null;
  place!: string | null;
  /** Square metres. */
  areaSqm!: number | null;
  message!: string;
  /** Language the company wrote in: `de` or `en`. */
  language!: 'de' | 'en';
  /** Version of the text the company agreed to. */
  consentVersion!: string;
  /** That text, in the language it was shown in. */
  consentText!: string | null;
  /** ISO instant */
  consentAt!: string;
  /** ISO instant */
  receivedAt!: string;
  /** The organisation it arrived at. */
  organisationName!: string;
  /** The person the company was told to turn to. */
  contactName!: string;
  /** Nobody but its keeper reads of the company yet: it is new, and the case is not worked on. */
  companyUntaken!: boolean;
}
