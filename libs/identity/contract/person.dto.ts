import { ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { ROLES, type Role } from '@lotse/shared/contract';
import { OneLine, PlainAddress } from '@lotse/shared/dto';
import { PASSWORD_LENGTH } from './password-rules';

/** A person of the own organisation. */
export class PersonDto {
  id!: string;
  name!: string;
  /** Shown to administrators only. */
  email?: string;
  roles!: Role[];
  active!: boolean;
  /** Version of the membership, for If-Match. */
  version!: number;
}

export class PersonPageDto {
  items!: PersonDto[];
  total!: number;
}

export class InvitePersonDto {
  /** Where the one-time link goes. */
  @IsEmail()
  @PlainAddress()
  @MaxLength(254)
  email!: string;

  /** First and last name. */
  @IsString()
  @Length(2, 120)
  @OneLine()
  name!: string;

  /** What the person will be; at least one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];
}

/** An invitation that was not used yet. */
export class InvitationDto {
  id!: string;
  email!: string;
  name!: string;
  roles!: Role[];
  /** ISO date and time. */
  expiresAt!: string;
}

export class InvitationPageDto {
  items!: InvitationDto[];
  total!: number;
}

export class ChangeRolesDto {
  /** All roles from now on; the list replaces the old one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];
}

export class SetActiveDto {
  /** False ends every session of the person for this organisation at once. */
  @IsBoolean()
  active!: boolean;
}

/** What the holder of a one-time link sees before accepting. */
export class InvitationOfferDto {
  email!: string;
  name!: string;
  organisation!: string;
  /** True: the person already has a password and keeps it. */
  hasAccount!: boolean;
}

export class AcceptInvitationDto {
  /** The new password, or the existing one where the person already has an account. */
  @IsString()
  @Length(1, PASSWORD_LENGTH.max)
  password!: string;

  /** Another spelling of the name than the invitation has. */
  @IsOptional()
  @IsString()
  @Length(2, 120)
  @OneLine()
  name?: string;
}

/** An account of the demonstration; exists only in demo mode. */
export class DemoAccountDto {
  email!: string;
  organisation!: string;
  region!: string;
  role!: Role;
}

export class DemoAccountsDto {
  /** The one password of all demonstration accounts. */
  password!: string;
  items!: DemoAccountDto[];
}
