import { IsBoolean } from 'class-validator';

/** What an organisation decides for its own people. */
export class OrganisationSettingsDto {
  /** Whether colleagues see who else has a case open right now. Off at first: it concerns the works council. */
  presence!: boolean;
}

export class ChangeOrganisationSettingsDto {
  /** Switching it off takes away at once what is known. */
  @IsBoolean()
  presence!: boolean;
}
