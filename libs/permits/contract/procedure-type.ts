/**
 * What is asked of which authority: the simplified building permit (§ 65 HBO), the full procedure (§ 66 HBO), a change of use, a
 * preliminary enquiry (Bauvoranfrage, § 76 HBO), a trade licence, a permit under immission law (BImSchG), anything else.
 */
export const PROCEDURE_TYPES = [
  'SIMPLIFIED_BUILDING_PERMIT',
  'FULL_BUILDING_PERMIT',
  'CHANGE_OF_USE',
  'PRELIMINARY_ENQUIRY',
  'TRADE_LICENCE',
  'IMMISSION',
  'OTHER',
] as const;
export type ProcedureType = (typeof PROCEDURE_TYPES)[number];

const BUILDING = [
  'Bauantragsformular',
  'Amtlicher Lageplan',
  'Bauzeichnungen',
  'Baubeschreibung',
  'Betriebsbeschreibung',
  'Stellplatznachweis',
  'Berechnung der Flächen und des Bruttorauminhalts',
];

/**
 * Documents that are usually needed, in German as the authority names them: a start that people change, not advice on what the law
 * asks for in the single case.
 */
export const USUAL_DOCUMENTS: Record<ProcedureType, readonly string[]> = {
  SIMPLIFIED_BUILDING_PERMIT: [...BUILDING, 'Erhebungsbogen der Statistik'],
  FULL_BUILDING_PERMIT: [
    ...BUILDING,
    'Brandschutzkonzept',
    'Standsicherheitsnachweis',
    'Entwässerungsplan',
    'Erhebungsbogen der Statistik',
  ],
  CHANGE_OF_USE: [
    'Bauantragsformular',
    'Lageplan',
    'Grundrisse mit bisheriger und neuer Nutzung',
    'Betriebsbeschreibung',
    'Stellplatznachweis',
  ],
  PRELIMINARY_ENQUIRY: ['Formular der Bauvoranfrage', 'Lageplan', 'Skizze des Vorhabens', 'Fragen, die entschieden werden sollen'],
  TRADE_LICENCE: [
    'Antragsformular',
    'Führungszeugnis',
    'Auszug aus dem Gewerbezentralregister',
    'Nachweis über Räume und Eigentum oder Miete',
  ],
  IMMISSION: [
    'Antragsformulare',
    'Anlagen- und Betriebsbeschreibung',
    'Emissionsprognose',
    'Schallgutachten',
    'Sicherheitsdatenblätter',
    'Lageplan',
  ],
  OTHER: [],
};

/** Where the plot lies by planning law: within a built-up area or plan (§§ 30, 34 BauGB), or outside of both (§ 35 BauGB, Außenbereich). */
export const PLOT_AREAS = ['INNER', 'OUTER'] as const;
export type PlotArea = (typeof PLOT_AREAS)[number];
