import type { Holiday } from './holidays';

/** German and English names of the public holidays, for answers that stand alone: the interface for programs, letters, mails. */
export const HOLIDAY_NAMES: Record<Holiday, { de: string; en: string }> = {
  newYear: { de: 'Neujahr', en: 'New Year’s Day' },
  epiphany: { de: 'Heilige Drei Könige', en: 'Epiphany' },
  womensDay: { de: 'Frauentag', en: 'Women’s Day' },
  goodFriday: { de: 'Karfreitag', en: 'Good Friday' },
  easterSunday: { de: 'Ostersonntag', en: 'Easter Sunday' },
  easterMonday: { de: 'Ostermontag', en: 'Easter Monday' },
  labourDay: { de: 'Tag der Arbeit', en: 'Labour Day' },
  liberationDay: { de: 'Tag der Befreiung', en: 'Liberation Day' },
  ascension: { de: 'Christi Himmelfahrt', en: 'Ascension Day' },
  whitSunday: { de: 'Pfingstsonntag', en: 'Whit Sunday' },
  whitMonday: { de: 'Pfingstmontag', en: 'Whit Monday' },
  corpusChristi: { de: 'Fronleichnam', en: 'Corpus Christi' },
  assumption: { de: 'Mariä Himmelfahrt', en: 'Assumption Day' },
  childrensDay: { de: 'Weltkindertag', en: 'Children’s Day' },
  germanUnity: { de: 'Tag der Deutschen Einheit', en: 'Day of German Unity' },
  reformation: { de: 'Reformationstag', en: 'Reformation Day' },
  allSaints: { de: 'Allerheiligen', en: 'All Saints’ Day' },
  repentance: { de: 'Buß- und Bettag', en: 'Day of Repentance' },
  christmas: { de: '1. Weihnachtstag', en: 'Christmas Day' },
  secondChristmas: { de: '2. Weihnachtstag', en: 'Boxing Day' },
};
