import { easterSunday } from './easter';
import { addDays, weekday, type IsoDate } from './iso-date';

/** The 16 Länder by their ISO 3166-2:DE letters. */
export const FEDERAL_STATES = ['BB', 'BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SH', 'SL', 'SN', 'ST', 'TH'] as const;
export type FederalState = (typeof FEDERAL_STATES)[number];

/** Translation keys of the public holidays (`calendar.<key>`). */
export const HOLIDAYS = [
  'newYear',
  'epiphany',
  'womensDay',
  'goodFriday',
  'easterSunday',
  'easterMonday',
  'labourDay',
  'liberationDay',
  'ascension',
  'whitSunday',
  'whitMonday',
  'corpusChristi',
  'assumption',
  'childrensDay',
  'germanUnity',
  'reformation',
  'allSaints',
  'repentance',
  'christmas',
  'secondChristmas',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

interface Rule {
  key: Holiday;
  /** Day of the year as MM-DD, days from Easter Sunday, or a rule of its own. */
  on: string | number | ((year: number) => IsoDate);
  /** Länder; all of them when left out. */
  states?: readonly FederalState[];
  /** First and last year; open when left out. */
  from?: number;
  to?: number;
}

/** Buß- und Bettag: the Wednesday before 23 November. */
const repentance = (year: number): IsoDate => {
  const eve = `${year}-11-22`;
  return addDays(eve, -((weekday(eve) + 4) % 7));
};

/**
 * Public holidays of a whole Land from 1995 on. Days that only some municipalities keep (Augsburg's 8 August, Assumption in
 * parts of Bavaria, Corpus Christi in parts of Saxony and Thuringia) are extra days of an organisation, not of the Land.
 * Sources: the Feiertagsgesetze of the Länder; Hessen § 1 HFeiertagsG, and for 31 October 2017 the regulation for the 500th year of the Reformation.
 */
const RULES: readonly Rule[] = [
  { key: 'newYear', on: '01-01' },
  { key: 'epiphany', on: '01-06', states: ['BW', 'BY', 'ST'] },
  { key: 'womensDay', on: '03-08', states: ['BE'], from: 2019 },
  { key: 'womensDay', on: '03-08', states: ['MV'], from: 2023 },
  { key: 'goodFriday', on: -2 },
  { key: 'easterSunday', on: 0, states: ['BB'] },
  { key: 'easterMonday', on: 1 },
  { key: 'labourDay', on: '05-01' },
  { key: 'liberationDay', on: '05-08', states: ['BE'], from: 2020, to: 2020 },
  { key: 'liberationDay', on: '05-08', states: ['BE'], from: 2025, to: 2025 },
  { key: 'ascension', on: 39 },
  { key: 'whitSunday', on: 49, states: ['BB'] },
  { key: 'whitMonday', on: 50 },
  { key: 'corpusChristi', on: 60, states: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'] },
  { key: 'assumption', on: '08-15', states: ['SL'] },
  { key: 'childrensDay', on: '09-20', states: ['TH'], from: 2019 },
  { key: 'germanUnity', on: '10-03' },
  { key: 'reformation', on: '10-31', states: ['BB', 'MV', 'SN', 'ST', 'TH'] },
  { key: 'reformation', on: '10-31', states: ['HB', 'HH', 'NI', 'SH'], from: 2018 },
  { key: 'reformation', on: '10-31', states: ['BE', 'BW', 'BY', 'HB', 'HE', 'HH', 'NI', 'NW', 'RP', 'SH', 'SL'], from: 2017, to: 2017 },
  { key: 'allSaints', on: '11-01', states: ['BW', 'BY', 'NW', 'RP', 'SL'] },
  { key: 'repentance', on: repentance, states: ['SN'] },
  { key: 'christmas', on: '12-25' },
  { key: 'secondChristmas', on: '12-26' },
];

const applies = (rule: Rule, year: number, state: FederalState) =>
  (!rule.states || rule.states.includes(state)) && year >= (rule.from ?? year) && year <= (rule.to ?? year);

const dateOf = ({ on }: Rule, year: number): IsoDate =>
  typeof on === 'string' ? `${year}-${on}` : typeof on === 'number' ? addDays(easterSunday(year), on) : on(year);

const known = new Map<string, ReadonlyMap<IsoDate, Holiday>>();

/** The public holidays of a year in one Land, earliest first. Two on one day (2008: 1 May and Ascension) are one day. */
export function holidaysOf(year: number, state: FederalState): ReadonlyMap<IsoDate, Holiday> {
  const key = `${state}${year}`;
  const found = known.get(key);
  if (found) return found;
  const days = RULES.filter((rule) => applies(rule, year, state)).map((rule) => [dateOf(rule, year), rule.key] as const);
  const holidays = new Map(days.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  known.set(key, holidays);
  return holidays;
}

/** Is the day a public holiday in that Land? */
export const isHoliday = (date: IsoDate, state: FederalState): boolean => holidaysOf(Number(date.slice(0, 4)), state).has(date);
