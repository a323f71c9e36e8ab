import { IsEmail, IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { FederalState, Permission, Role } from '@lotse/shared/contract';
import { PlainAddress } from '@lotse/shared/dto';
import { LANGUAGES, type Language } from './languages';
import { PASSWORD_LENGTH } from './password-rules';

/** What a person types to sign in. */
export class SignInDto {
  /** E-mail address of the account; capitals do not matter. */
  @IsEmail()
  @PlainAddress()
  @MaxLength(254)
  email!: string;

  /** The password as it was set; at most 200 characters are looked at. */
  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  password!: string;
}

/** The organisation to act for from now on. */
export class ActForDto {
  /** Id of an organisation the person belongs to. */
  @IsUUID()
  organisationId!: string;
}

export class ChangePasswordDto {
  /** The password in use. */
  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  currentPassword!: string;

  /** The new one: at least 15 characters, not a known or guessable one (NIST SP 800-63B-4, 3.1.1.2). */
  @IsString()
  @Length(PASSWORD_LENGTH.min, PASSWORD_LENGTH.max)
  newPassword!: string;
}

export class ChangeLanguageDto {
  /** Language of the interface and of mails to this person. */
  @IsIn(LANGUAGES)
  language!: Language;
}

/** The person who is signed in. */
export class SessionUserDto {
  id!: string;
  name!: string;
  email!: string;
  language!: Language;
}

/** An organisation the person may act for. */
export class SessionOrganisationDto {
  id!: string;
  name!: string;
  slug!: string;
  kind!: string;
  /** What the person is there. */
  roles!: Role[];
  /** The Land (ISO 3166-2:DE) whose public holidays decide what a working day is. */
  federalState!: FederalState;
}

/** The administrator who looks with the rights of the person of the session. */
export class SessionViewerDto {
  name!: string;
  /** When it ends by itself; ISO date and time. */
  until!: string;
}

/** Who is acting, for whom, and what that allows. */
export class SessionDto {
  /** Set while an administrator looks at Lotse as this person sees it; nothing can be changed then. */
  viewer?: SessionViewerDto;
  user!: SessionUserDto;
  /** The organisation the person acts for now. */
  organisation!: SessionOrganisationDto;
  /** Every organisation the person could act for. */
  organisations!: SessionOrganisationDto[];
  /** Roles in force, a deputy's included. */
  roles!: Role[];
  permissions!: Permission[];
  /** Whether this installation shows invented data. */
  demo!: boolean;
  /** When the session ends without another request; ISO date and time. */
  expiresAt!: string;
}
