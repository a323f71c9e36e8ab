/** A partner of the business service. */
export class OrganisationDto {
  id!: string;
  name!: string;
  /** MUNICIPALITY, DISTRICT, CHAMBER or CRAFTS_ASSOCIATION. */
  kind!: string;
  /** Short name in addresses, such as `neu-isenburg`. */
  slug!: string;
  regionId!: string;
  regionName!: string;
}

export class OrganisationPageDto {
  items!: OrganisationDto[];
  total!: number;
}
