import * as feiertage from 'feiertagejs';
import { easterSunday } from './easter';
import { HESSEN_2010_2040 } from './hessen-2010-2040.fixture';
import { FEDERAL_STATES, holidaysOf, isHoliday, type FederalState } from './holidays';

const years = Array.from({ length: 31 }, (_, i) => 2010 + i);

/** The library makes dates of local midnight: only their local parts mean the day. */
const localDay = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** Where the library is known to err or to take a part for the whole, with the reason. */
const known = (state: FederalState, day: string): string | undefined => {
  const [year, date] = [Number(day.slice(0, 4)), day.slice(5)];
  if (state === 'BY' && date === '08-15') return 'Assumption holds only where most people are Catholic (Art. 1 (1) no. 2 BayFTG)';
  if (['HB', 'HH', 'NI', 'SH'].includes(state) && date === '10-31' && year < 2017) return 'a holiday in the north only since 2017';
  if (state === 'BE' && (day === '2020-05-08' || day === '2025-05-08')) return '75 and 80 years of liberation, in Berlin only';
  return undefined;
};

describe('public holidays', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2019, '2019-04-21'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter %i is on %s', (year, day) => expect(easterSunday(year)).toBe(day));

  it.each(Object.entries(HESSEN_2010_2040))('Hessen %s', (year, days) => {
    expect([...holidaysOf(Number(year), 'HE').keys()]).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('knows what Hessen does not keep, and the one 31 October it did', () => {
    for (const day of ['2026-10-31', '2026-11-01', '2026-12-24', '2026-12-31', '2026-01-06', '2026-08-15'])
      expect(isHoliday(day, 'HE')).toBe(false);
    expect(years.filter((year) => isHoliday(`${year}-10-31`, 'HE'))).toEqual([2017]);
    expect(holidaysOf(2026, 'HE').get('2026-06-04')).toBe('corpusChristi');
  });

  it('counts two holidays on one day as one day', () => {
    expect([...holidaysOf(2008, 'HE').keys()].filter((day) => day === '2008-05-01')).toHaveLength(1);
  });

  it.each(FEDERAL_STATES)('agrees with feiertagejs for %s from 2010 to 2040', (state) => {
    const differences = years.flatMap((year) => {
      const own = new Set(holidaysOf(year, state).keys());
      const theirs = new Set(feiertage.getHolidays(String(year), state).map(({ date }) => localDay(date)));
      return [...own, ...theirs].filter((day) => own.has(day) !== theirs.has(day) && !known(state, day));
    });
    expect(differences).toEqual([]);
  });
});
