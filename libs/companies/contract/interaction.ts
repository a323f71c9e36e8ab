/** How the contact took place. */
export const INTERACTION_KINDS = ['CALL', 'EMAIL', 'VISIT', 'MEETING', 'NOTE'] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** Version of the industry code: WZ 2025 has five digits, the first four are NACE Rev. 2.1; delivered WZ 2008 codes are kept. */
export const INDUSTRY_VERSIONS = ['WZ2008', 'WZ2025'] as const;
export type IndustryVersion = (typeof INDUSTRY_VERSIONS)[number];

/** From where the municipality of an address is known: by its postal code, chosen by a person, or it lies outside the regions. */
export const MUNICIPALITY_SOURCES = ['POSTAL_CODE', 'CHOSEN', 'OUTSIDE'] as const;
export type MunicipalitySource = (typeof MUNICIPALITY_SOURCES)[number];
