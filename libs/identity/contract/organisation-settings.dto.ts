import { IsBoolean, ValidateIf } from 'class-validator';

/** What an organisation decides for its own people, what its region has decided, and how much room its files take. */
export class OrganisationSettingsDto {
  /** Whether colleagues see who else has a case open right now. Off at first: it concerns the works council. */
  presence!: boolean;
  /** Of the region: an offer that rests on the statutory task shows only the stub of the case until it is accepted. */
  requireConsent!: boolean;
  /** Whether the own administration decides for the region: that of its intake organisation does. */
  mayChangeRegion!: boolean;
  /** Whose administration decides for the region; null where it has no intake organisation. */
  regionKeeperName!: string | null;
  /**
   * Bytes the documents and exposés of the organisation take, all versions and the bin included, rounded up to hundredths of the limit: an
   * exact figure would tell of single files.
   */
  storageUsed!: number;
  /** Bytes they may take. */
  storageLimit!: number;
}

/** A change; what is left out stays. */
export class ChangeOrganisationSettingsDto {
  /** Switching it off takes away at once what is known. */
  @ValidateIf((change: ChangeOrganisationSettingsDto) => change.presence !== undefined)
  @IsBoolean()
  presence?: boolean;

  /** Only by the administration of the region's intake organisation. Offers that are out already stay as they are. */
  @ValidateIf((change: ChangeOrganisationSettingsDto) => change.requireConsent !== undefined)
  @IsBoolean()
  requireConsent?: boolean;
}
