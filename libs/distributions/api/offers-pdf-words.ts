export const PDF_LANGUAGES = ['de', 'en'] as const;
export type PdfLanguage = (typeof PDF_LANGUAGES)[number];

type Fact =
  | 'area'
  | 'useClass'
  | 'tenure'
  | 'powerKw'
  | 'transport'
  | 'moveInBy'
  | 'jobs'
  | 'words'
  | 'site'
  | 'price'
  | 'availableFrom'
  | 'note'
  | 'expose';

interface OfferWords {
  locale: string;
  title: string;
  nameless: string;
  intro: (lead: string, day: string, offers: number) => string;
  need: string;
  closing: string;
  footer: (lead: string, page: number, pages: number) => string;
  atLeast: string;
  atMost: string;
  none: string;
  fact: Record<Fact, string>;
  /** By the codes of tenure and transport. */
  choice: Record<string, string>;
}

/** The words of the document for the company. */
export const OFFER_WORDS: Record<PdfLanguage, OfferWords> = {
  de: {
    locale: 'de-DE',
    title: 'Angebote für Gewerbeflächen',
    nameless: 'Ihre Standortsuche',
    intro: (lead, day, offers) =>
      `${lead} hat am ${day} Kommunen zugleich nach einer Fläche gefragt. ${offers === 1 ? 'Ein Angebot ist' : `${offers} Angebote sind`} eingegangen; sie stehen in der Reihenfolge des Alphabets.`,
    need: 'Was gesucht wird',
    closing: 'Alle Angaben stammen von den genannten Kommunen und sind unverbindlich.',
    footer: (lead, page, pages) => `${lead} · Seite ${page} von ${pages}`,
    atLeast: 'mindestens',
    atMost: 'höchstens',
    none: 'keine Angabe',
    fact: {
      area: 'Fläche',
      useClass: 'Nutzungsart (BauNVO)',
      tenure: 'Miete oder Kauf',
      powerKw: 'Anschlussleistung',
      transport: 'Verkehrsanbindung',
      moveInBy: 'Bezug bis',
      jobs: 'Arbeitsplätze',
      words: 'Weitere Anforderungen',
      site: 'Lage',
      price: 'Preis',
      availableFrom: 'Verfügbar ab',
      note: 'Bemerkung',
      expose: 'Exposé (liegt bei)',
    },
    choice: {
      RENT: 'Miete',
      BUY: 'Kauf',
      LEASEHOLD: 'Erbbaurecht',
      OPEN: 'offen',
      MOTORWAY: 'Autobahn',
      RAIL: 'Gleisanschluss',
      PUBLIC_TRANSPORT: 'Bus und Bahn',
      AIRPORT: 'Flughafen',
      NONE: 'keine besondere',
    },
  },
  en: {
    locale: 'en-GB',
    title: 'Offers of business sites',
    nameless: 'Your search for a site',
    intro: (lead, day, offers) =>
      `On ${day} ${lead} asked municipalities for a site, all at the same moment. ${offers === 1 ? 'One offer has' : `${offers} offers have`} come in; they stand in alphabetical order.`,
    need: 'What is needed',
    closing: 'All details come from the municipalities named and are not binding.',
    footer: (lead, page, pages) => `${lead} · Page ${page} of ${pages}`,
    atLeast: 'at least',
    atMost: 'at most',
    none: 'not stated',
    fact: {
      area: 'Area',
      useClass: 'Use class (BauNVO)',
      tenure: 'Rent or purchase',
      powerKw: 'Power connection',
      transport: 'Transport',
      moveInBy: 'Move in by',
      jobs: 'Jobs',
      words: 'Further requirements',
      site: 'Where',
      price: 'Price',
      availableFrom: 'Available from',
      note: 'Note',
      expose: 'Exposé (enclosed)',
    },
    choice: {
      RENT: 'rent',
      BUY: 'purchase',
      LEASEHOLD: 'leasehold',
      OPEN: 'open',
      MOTORWAY: 'motorway',
      RAIL: 'rail siding',
      PUBLIC_TRANSPORT: 'bus and train',
      AIRPORT: 'airport',
      NONE: 'nothing special',
    },
  },
};
