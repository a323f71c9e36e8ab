import type { CaseType } from '@lotse/cases/contract';

/** A checklist every organisation of a region may use. */
export interface ReferenceChecklist {
  caseType: CaseType;
  title: string;
  items: string[];
}

/** One for each type of case: a beginning to work from, in our own words; organisations keep templates of their own beside them. */
export const CHECKLIST_TEMPLATES: readonly ReferenceChecklist[] = [
  {
    caseType: 'EXPANSION',
    title: 'Erweiterung',
    items: [
      'Flächenbedarf und Zeitplan mit dem Unternehmen klären',
      'Baurecht am Standort prüfen lassen',
      'Genehmigungen und Ansprechstellen zusammenstellen',
      'Förderung prüfen',
      'Ortstermin vereinbaren',
    ],
  },
  {
    caseType: 'RELOCATION',
    title: 'Verlagerung',
    items: [
      'Grund und Zeitpunkt der Verlagerung klären',
      'Bisherige Kommune mit Einverständnis des Unternehmens informieren',
      'Geeignete Flächen in der Region suchen',
      'Nachnutzung des alten Standorts ansprechen',
    ],
  },
  {
    caseType: 'SETTLEMENT',
    title: 'Ansiedlung',
    items: [
      'Flächenprofil aufnehmen',
      'Vertraulichkeit mit dem Unternehmen klären',
      'Passende Standorte anfragen',
      'Erschließung und Verkehr prüfen',
      'Besichtigungen abstimmen',
      'Förderung prüfen',
    ],
  },
  {
    caseType: 'RETENTION',
    title: 'Standortsicherung',
    items: [
      'Gespräch mit der Geschäftsführung führen',
      'Gefährdete Arbeitsplätze einschätzen',
      'Hindernisse am Standort sammeln',
      'Mögliche Hilfen mit den Partnern abstimmen',
    ],
  },
  {
    caseType: 'PERMIT',
    title: 'Genehmigungsbegleitung',
    items: [
      'Zuständige Behörde und Aktenzeichen festhalten',
      'Vollständigkeit der Unterlagen klären',
      'Beteiligte Stellen ermitteln',
      'Termin für Rücksprache mit der Behörde vereinbaren',
    ],
  },
  {
    caseType: 'SITE_SEARCH',
    title: 'Flächengesuch',
    items: [
      'Bedarf aufnehmen: Größe, Nutzung, Lage',
      'Miete, Kauf oder Erbbau klären',
      'Leerstände und Gewerbeflächen abgleichen',
      'Exposés senden',
    ],
  },
  {
    caseType: 'FUNDING',
    title: 'Förderung',
    items: [
      'Vorhaben und Kosten beschreiben lassen',
      'Passende Programme prüfen',
      'Fristen festhalten: vor Beginn beantragen',
      'Hausbank oder Förderbank einbinden',
    ],
  },
  {
    caseType: 'SKILLED_LABOUR',
    title: 'Fachkräfte',
    items: ['Offene Stellen und Profile aufnehmen', 'Arbeitsagentur und Kammern einbinden', 'Ausbildung oder Weiterbildung ansprechen'],
  },
  {
    caseType: 'SUCCESSION',
    title: 'Nachfolge',
    items: ['Zeitplan der Übergabe klären', 'Beratung der Kammer vermitteln', 'Vertraulichkeit festhalten', 'Nachfolgebörse ansprechen'],
  },
  {
    caseType: 'STARTUP',
    title: 'Gründung',
    items: [
      'Geschäftsidee und Rechtsform besprechen',
      'Gewerbeanmeldung und Erlaubnisse klären',
      'Gründungsberatung vermitteln',
      'Finanzierung und Zuschüsse prüfen',
    ],
  },
  {
    caseType: 'INFRASTRUCTURE',
    title: 'Infrastruktur',
    items: ['Problem vor Ort ansehen', 'Zuständige Stelle ermitteln', 'Weitere betroffene Unternehmen fragen'],
  },
  {
    caseType: 'COMPLAINT',
    title: 'Beschwerde',
    items: ['Eingang bestätigen', 'Sachverhalt mit der betroffenen Stelle klären', 'Antwort an das Unternehmen abstimmen'],
  },
  { caseType: 'OTHER', title: 'Anliegen', items: ['Anliegen und Erwartung klären', 'Zuständigkeit prüfen'] },
];
