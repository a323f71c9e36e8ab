/** A partner of a region; `slug` is its short name everywhere, also of the demo accounts (`officer@<slug>.example`). */
export interface ReferenceOrganisation {
  slug: string;
  kind: 'MUNICIPALITY' | 'DISTRICT' | 'CHAMBER' | 'CRAFTS_ASSOCIATION';
  name: string;
}

export interface ReferenceMunicipality {
  /** Amtlicher Gemeindeschlüssel, eight digits. */
  ags: string;
  /** Amtlicher Regionalschlüssel, twelve digits. */
  ars: string;
  name: string;
  /** Slug of the organisation that answers for it. */
  organisation: string;
  /** Seat of the administration, WGS 84 degrees. */
  latitude: number;
  longitude: number;
  areaKm2: number;
  population: number;
  website: string | null;
}

/** One postal code of one municipality; a code of several municipalities has a row for each. */
export interface ReferencePostalCode {
  postalCode: string;
  ags: string;
  /** False: bulk recipients or P. O. boxes. */
  isDelivery: boolean;
  /** True: the code alone does not tell the municipality; a person chooses. */
  isAmbiguous: boolean;
}

/** A Kreis with its partners, as an empty database is given it. */
export interface ReferenceRegion {
  slug: string;
  name: string;
  /** Land whose public holidays hold. */
  federalState: 'HE';
  /** Beginning of its file numbers. */
  filePrefix: string;
  /** Slug of the organisation that owns public enquiries until a person routes them. */
  intakeOrganisation: string;
  organisations: readonly ReferenceOrganisation[];
  municipalities: readonly ReferenceMunicipality[];
}
