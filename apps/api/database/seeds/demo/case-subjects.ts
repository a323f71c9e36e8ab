import { type CaseType, detailFields, type DetailField, type NumberField } from '@lotse/cases/contract';
import { berlinDay } from '@lotse/shared/contract';
import type { Random } from './random';

/** Titles and own fields of a case, as an officer would have typed them. */
export interface Subject {
  type: CaseType;
  title: string;
  details: Record<string, unknown>;
}

const TITLES: Record<CaseType, readonly string[]> = {
  EXPANSION: ['Erweiterung der Produktionshalle', 'Anbau Lager und Versand', 'Aufstockung Bürogebäude', 'Zweite Halle am Standort'],
  RELOCATION: ['Verlagerung wegen Platzmangel', 'Umzug in größere Halle', 'Zusammenlegung zweier Betriebsstätten'],
  SETTLEMENT: ['Projekt Abendstern', 'Projekt Kieselstein', 'Projekt Nordlicht', 'Projekt Ahornblatt'],
  RETENTION: ['Mietvertrag läuft aus', 'Nachbarschaftskonflikt gefährdet Standort', 'Überlegungen zur Schließung'],
  PERMIT: ['Bauantrag Lagerhalle begleiten', 'Nutzungsänderung Büro zu Werkstatt', 'Bauvoranfrage Parkdeck'],
  SITE_SEARCH: ['Sucht 2.000 m² Gewerbefläche', 'Sucht Werkstatt mit Hof', 'Sucht Bürofläche am Bahnhof'],
  FUNDING: ['Förderung Energieeffizienz', 'Zuschuss Digitalisierung', 'Bürgschaft für Investition'],
  SKILLED_LABOUR: ['Ausbildungsplätze unbesetzt', 'Anerkennung ausländischer Abschlüsse', 'Fachkräfte in der Fertigung'],
  SUCCESSION: ['Nachfolge in der Geschäftsführung', 'Übergabe an die Belegschaft'],
  STARTUP: ['Gründung einer Werkstatt', 'Gründungsberatung Lieferdienst'],
  INFRASTRUCTURE: ['Zufahrt für Lkw', 'Glasfaser im Gewerbegebiet', 'Bushaltestelle am Werk'],
  COMPLAINT: ['Beschwerde über Bearbeitungsdauer', 'Beschwerde über Baustellenverkehr'],
  OTHER: ['Auskunft Gewerbesteuer', 'Anfrage zu Statistikdaten'],
};

const WEIGHTS: readonly (readonly [CaseType, number])[] = [
  ['EXPANSION', 20],
  ['RELOCATION', 13],
  ['SETTLEMENT', 10],
  ['PERMIT', 12],
  ['SITE_SEARCH', 10],
  ['RETENTION', 5],
  ['FUNDING', 8],
  ['SKILLED_LABOUR', 5],
  ['SUCCESSION', 3],
  ['STARTUP', 4],
  ['INFRASTRUCTURE', 5],
  ['COMPLAINT', 3],
  ['OTHER', 2],
];

/** Everyday sizes by unit: from, to, and the step they are given in. */
const SIZES: Record<NumberField['unit'], readonly [number, number, number]> = {
  m2: [3, 80, 100],
  EUR: [2, 60, 100_000],
  jobs: [2, 60, 1],
  kW: [1, 40, 50],
  'Mbit/s': [1, 10, 100],
  years: [1, 20, 1],
};

const WORDS = ['Halle mit Rampe', 'Nähe zur Autobahn', 'Laut Gespräch noch offen', 'Bestand reicht nicht mehr'];

/** @param municipalities official keys to choose from */
export function subject(random: Random, now: Date, municipalities: readonly string[]): Subject {
  const type = random.weighted(WEIGHTS);
  const known = detailFields(type).filter(() => random.chance(0.7));
  const details = Object.fromEntries(known.map((field) => [field.name, valueOf(field, random, now, municipalities)]));
  const title = random.pick(TITLES[type]);
  return { type, title, details: details['projectName'] ? { ...details, projectName: title } : details };
}

function valueOf(field: DetailField, random: Random, now: Date, municipalities: readonly string[]): unknown {
  switch (field.kind) {
    case 'number': {
      const [from, to, step] = SIZES[field.unit];
      return random.between(from, to) * step;
    }
    case 'choice':
      return random.pick(field.choices);
    case 'flag':
      return random.chance(0.5);
    case 'date':
      return berlinDay(new Date(now.getTime() + random.between(30, 500) * 86_400_000));
    case 'municipality':
      return random.pick(municipalities);
    case 'text':
      return random.pick(WORDS);
  }
}
