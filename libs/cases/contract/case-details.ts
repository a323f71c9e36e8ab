import type { CaseType } from './case-type';

interface Named {
  /** Key in `details` and in the translations (`case.details.<name>`). */
  readonly name: string;
}

/** A count or amount. */
export interface NumberField extends Named {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** Shown behind the number: square metres, euro, heads, kilowatt, megabit per second. */
  readonly unit: 'm2' | 'EUR' | 'jobs' | 'kW' | 'Mbit/s' | 'years';
  /** Digits behind the decimal point; every field of today is whole. */
  readonly decimals: 0;
}

/** Words of the person; `max` counts characters. */
export interface TextField extends Named {
  readonly kind: 'text';
  readonly max: number;
  readonly multiline: boolean;
}

/** One of a fixed list; labels are `case.choice.<name>.<value>`. */
export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}

/** A day as YYYY-MM-DD. */
export interface DateField extends Named {
  readonly kind: 'date';
}

/** Yes or no; not answered is neither. */
export interface FlagField extends Named {
  readonly kind: 'flag';
}

/** Stands for a place outside the regions, where no official key is asked for; no municipality has it. */
export const OUTSIDE_REGION = '00000000';

/** A municipality by its official key (AGS, eight digits), or `OUTSIDE_REGION`. */
export interface MunicipalityField extends Named {
  readonly kind: 'municipality';
}

/** One own field of a case type. Forms draw it, the API checks it, the timeline names it. All of them may stay empty. */
export type DetailField = NumberField | TextField | ChoiceField | DateField | FlagField | MunicipalityField;

const number = <const N extends string>(name: N, unit: NumberField['unit'], max: number, min = 0) =>
  ({ name, kind: 'number', unit, min, max, decimals: 0 }) as const;
const text = <const N extends string>(name: N, max = 200) => ({ name, kind: 'text', max, multiline: max > 200 }) as const;
const choice = <const N extends string, const C extends readonly string[]>(name: N, choices: C) =>
  ({ name, kind: 'choice', choices }) as const;
const date = <const N extends string>(name: N) => ({ name, kind: 'date' }) as const;
const flag = <const N extends string>(name: N) => ({ name, kind: 'flag' }) as const;
const municipality = <const N extends string>(name: N) => ({ name, kind: 'municipality' }) as const;

const area = number('areaSqm', 'm2', 5_000_000);
const jobs = number('jobs', 'jobs', 100_000);
const jobsAtRisk = ['UP_TO_9', 'FROM_10_TO_49', 'FROM_50_TO_249', 'FROM_250'] as const;

/** Use classes of the Baunutzungsverordnung: GE § 8, GI § 9, MI § 6, SO §§ 10–11. */
export const USE_CLASSES = ['GE', 'GI', 'MI', 'SO'] as const;

/** The own fields of every case type (domain: expansion, relocation and settlement in full, the others a few each). */
export const CASE_DETAILS = {
  EXPANSION: [area, number('investmentEur', 'EUR', 10_000_000_000), jobs, flag('permitsNeeded'), text('permits', 1000), date('plannedFor')],
  RELOCATION: [
    municipality('fromMunicipality'),
    municipality('toMunicipality'),
    choice('reason', ['SPACE', 'COSTS', 'LEASE_ENDS', 'TRANSPORT', 'STAFF', 'PERMIT', 'MERGER', 'OTHER']),
    area,
    jobs,
    date('plannedFor'),
  ],
  SETTLEMENT: [
    text('projectName', 100),
    area,
    choice('useClass', USE_CLASSES),
    choice('tenure', ['RENT', 'BUY', 'LEASEHOLD', 'OPEN']),
    number('powerKw', 'kW', 1_000_000),
    number('internetMbit', 'Mbit/s', 1_000_000),
    choice('transport', ['MOTORWAY', 'RAIL', 'PUBLIC_TRANSPORT', 'AIRPORT', 'NONE']),
    jobs,
    number('investmentEur', 'EUR', 10_000_000_000),
    date('plannedFor'),
    text('needs', 4000),
  ],
  RETENTION: [
    choice('jobsAtRisk', jobsAtRisk),
    choice('reason', ['SPACE', 'COSTS', 'LEASE_ENDS', 'ENERGY', 'STAFF', 'PERMIT', 'INSOLVENCY', 'CLOSURE', 'OTHER']),
    choice('flag', ['LEASE_ENDS', 'SUCCESSION', 'AREA_NEED', 'CLOSURE_RUMOUR', 'STAFF_CUT', 'ENERGY']),
  ],
  PERMIT: [
    choice('procedure', ['BUILDING_PERMIT', 'PRELIMINARY_DECISION', 'CHANGE_OF_USE', 'EMISSION_CONTROL', 'TRADE_PERMIT', 'OTHER']),
    text('authority'),
    text('authorityFileNumber', 100),
    date('submittedOn'),
  ],
  SITE_SEARCH: [area, choice('useClass', USE_CLASSES), choice('tenure', ['RENT', 'BUY', 'LEASEHOLD', 'OPEN']), date('plannedFor')],
  FUNDING: [text('programme'), number('amountEur', 'EUR', 1_000_000_000), date('applyBy')],
  SKILLED_LABOUR: [
    choice('topic', ['RECRUITING', 'TRAINING', 'APPRENTICES', 'FOREIGN_WORKERS', 'OTHER']),
    number('vacancies', 'jobs', 10_000),
  ],
  SUCCESSION: [choice('solution', ['FAMILY', 'STAFF', 'SALE', 'OPEN']), jobs, date('plannedFor')],
  STARTUP: [
    choice('phase', ['IDEA', 'PLANNING', 'FOUNDED', 'GROWTH']),
    flag('sideline'),
    number('capitalEur', 'EUR', 100_000_000),
    date('plannedFor'),
  ],
  INFRASTRUCTURE: [choice('topic', ['TRAFFIC', 'PARKING', 'LAND', 'BROADBAND', 'MOBILE', 'ENERGY', 'OTHER']), text('location')],
  COMPLAINT: [text('about'), date('occurredOn')],
  OTHER: [text('topic')],
} as const satisfies Readonly<Record<CaseType, readonly DetailField[]>>;

type ValueOf<F> = F extends { kind: 'number' }
  ? number
  : F extends { kind: 'flag' }
    ? boolean
    : F extends { kind: 'choice'; choices: readonly (infer C)[] }
      ? C
      : string;

/** The own fields of one type as they travel in `details`: typed from the list above, so both can never differ. */
export type DetailsOf<T extends CaseType> = {
  [F in (typeof CASE_DETAILS)[T][number] as F['name']]?: ValueOf<F> | null;
};
export type ExpansionDetails = DetailsOf<'EXPANSION'>;
export type RelocationDetails = DetailsOf<'RELOCATION'>;
export type SettlementDetails = DetailsOf<'SETTLEMENT'>;
export type CaseDetails = { [T in CaseType]: DetailsOf<T> }[CaseType];

/** The fields of a type in the order of the form. */
export const detailFields = (type: CaseType): readonly DetailField[] => CASE_DETAILS[type];
