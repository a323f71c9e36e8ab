import type { CaseType } from '@lotse/cases/contract';
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

export function subject(random: Random): Subject {
  const type = random.weighted(WEIGHTS);
  return { type, title: random.pick(TITLES[type]), details: details(type, random) };
}

function details(type: CaseType, random: Random): Record<string, unknown> {
  const area = random.between(3, 80) * 100;
  if (type === 'EXPANSION') return { areaNeeded: area, investment: random.between(2, 60) * 100_000, jobs: random.between(2, 60) };
  if (type === 'RELOCATION') return { areaNeeded: area, jobs: random.between(3, 80), reason: 'Platzmangel am bisherigen Standort' };
  if (type === 'SETTLEMENT')
    return { areaNeeded: area, useClass: random.pick(['GE', 'GI', 'MI', 'SO']), tenure: random.pick(['RENT', 'BUY']) };
  return {};
}
