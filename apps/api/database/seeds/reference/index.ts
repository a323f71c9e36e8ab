export { kreisMusterland, kreisMusterlandPostalCodes } from './kreis-musterland';
export { kreisOffenbach } from './kreis-offenbach';
export { kreisOffenbachPostalCodes } from './postal-codes';
export type { ReferenceMunicipality, ReferenceOrganisation, ReferencePostalCode, ReferenceRegion } from './reference';
export { ROUTING_RULES } from './routing-rules';
export * from './checklist-templates';
