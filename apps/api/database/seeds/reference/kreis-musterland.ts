import type { ReferencePostalCode, ReferenceRegion } from './reference';

/**
 * An invented second region, so that borders between regions show. No Land has the key 99, no postal code begins with 00,
 * and the coordinates lie in the North Sea.
 */
export const kreisMusterland: ReferenceRegion = {
  slug: 'kreis-musterland',
  name: 'Kreis Musterland',
  federalState: 'HE',
  filePrefix: 'ML',
  intakeOrganisation: 'kreis-musterland',
  organisations: [
    { slug: 'kreis-musterland', kind: 'DISTRICT', name: 'Kreis Musterland' },
    { slug: 'musterstadt', kind: 'MUNICIPALITY', name: 'Stadt Musterstadt' },
    { slug: 'beispielheim', kind: 'MUNICIPALITY', name: 'Gemeinde Beispielheim' },
  ],
  municipalities: [
    {
      ags: '99901001',
      ars: '999010001001',
      name: 'Musterstadt',
      organisation: 'musterstadt',
      latitude: 55.5,
      longitude: 5.5,
      areaKm2: 24.5,
      population: 30_000,
      website: null,
    },
    {
      ags: '99901002',
      ars: '999010002002',
      name: 'Beispielheim',
      organisation: 'beispielheim',
      latitude: 55.6,
      longitude: 5.6,
      areaKm2: 17.25,
      population: 9_000,
      website: null,
    },
  ],
};

/** 00103 is shared on purpose, so that this region too has a code that asks a person. */
export const kreisMusterlandPostalCodes: readonly ReferencePostalCode[] = [
  { postalCode: '00101', ags: '99901001', isDelivery: true, isAmbiguous: false },
  { postalCode: '00102', ags: '99901002', isDelivery: true, isAmbiguous: false },
  { postalCode: '00103', ags: '99901001', isDelivery: true, isAmbiguous: true },
  { postalCode: '00103', ags: '99901002', isDelivery: true, isAmbiguous: true },
];
