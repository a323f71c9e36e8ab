/** A colleague who has the same case open. */
export class PresentColleagueDto {
  id!: string;
  name!: string;
}

/** Who of the own organisation has a case open right now, besides the reader. */
export class PresenceDto {
  /** Whether the organisation wants this to be shown; off unless an administrator switched it on. */
  on!: boolean;
  people!: PresentColleagueDto[];
}
