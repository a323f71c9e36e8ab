import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { PartialType } from '@nestjs/swagger';
import { OneLine, PlainAddress } from '@lotse/shared/dto';
import { MayStayOut, Trimmed, TrimmedOrNull } from './text-input';

const Address = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() || null : value));

/** Someone at a company. Readable within the own organisation, and by others only through a case shared with them. */
export class CreateContactPersonDto {
  @Trimmed()
  @IsString()
  @Length(1, 100)
  @OneLine()
  firstName!: string;

  @Trimmed()
  @IsString()
  @Length(1, 100)
  @OneLine()
  lastName!: string;

  /** Task in the company: "Geschäftsführung". */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @MaxLength(120)
  @OneLine()
  position?: string | null;

  /** Kept in small letters. */
  @IsOptional()
  @Address()
  @IsEmail()
  @PlainAddress()
  @MaxLength(254)
  email?: string | null;

  /** In any notation; found in every other. */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @MaxLength(50)
  @OneLine()
  @Matches(/\d.*\d.*\d/)
  phone?: string | null;

  /** Language of mail to this person. */
  @MayStayOut()
  @IsIn(['de', 'en'])
  language?: 'de' | 'en';

  /**
   * Whether the person was told of the right to object to survey mail (Art. 13, 21 DSGVO); without it no survey is sent. A new contact
   * person with an e-mail address counts as told unless said otherwise, since the notice is part of collecting an address.
   */
  @MayStayOut()
  @IsBoolean()
  surveyNotice?: boolean;
}

/** Fields that stay out keep their value; null empties a field. */
export class UpdateContactPersonDto extends PartialType(CreateContactPersonDto, { skipNullProperties: false }) {
  /** True records an objection to survey mail (Art. 21 DSGVO) with today's date, false takes it back. */
  @MayStayOut()
  @IsBoolean()
  surveyObjected?: boolean;
}

/** Someone at a company. */
export class ContactPersonDto {
  id!: string;
  companyId!: string;
  firstName!: string;
  lastName!: string;
  position!: string | null;
  email!: string | null;
  phone!: string | null;
  /** `de` or `en`. */
  language!: 'de' | 'en';
  /** ISO day on which the notice of the right to object was recorded. */
  surveyNoticeOn!: string | null;
  /** ISO day of an objection to survey mail. */
  surveyObjectedOn!: string | null;
  /** The organisation that entered the person; only it may change the entry. */
  organisationId!: string;
  version!: number;
}
