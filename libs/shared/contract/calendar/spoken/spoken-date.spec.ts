import fc from 'fast-check';
import { FEDERAL_STATES } from '../holidays';
import { fromDayNumber } from '../iso-date';
import { isWorkingDay, type WorkingCalendar } from '../working-day';
import { spokenDate, whyNoWorkingDay } from './spoken-date';

const hessen: WorkingCalendar = { state: 'HE' };
/** A Monday. */
const TODAY = '2026-11-23';
const on = (text: string, today = TODAY, calendar = hessen) => spokenDate(text, today, calendar)?.on;

describe('a day in words', () => {
  it.each([
    ['heute', '2026-11-23'],
    ['morgen', '2026-11-24'],
    ['übermorgen', '2026-11-25'],
    ['in 3 Tagen', '2026-11-26'],
    ['in 2 Wochen', '2026-12-07'],
    ['in zwei Wochen', '2026-12-07'],
    ['2 Wochen', '2026-12-07'],
    ['in einer Woche', '2026-11-30'],
    ['in 14 Tagen', '2026-12-07'],
    ['in einem Monat', '2026-12-23'],
    ['in 3 Monaten', '2027-02-23'],
    ['in einem halben Jahr', '2027-05-24'],
    ['in einem Jahr', '2027-11-23'],
    ['in 10 Arbeitstagen', '2026-12-07'],
    ['in 35 Arbeitstagen', '2027-01-13'],
    ['in 5 Werktagen', '2026-11-30'],
    ['nächster Arbeitstag', '2026-11-24'],
    ['Montag', '2026-11-30'],
    ['nächsten Montag', '2026-11-30'],
    ['am Freitag', '2026-11-27'],
    ['diesen Freitag', '2026-11-27'],
    ['nächsten Freitag', '2026-11-27'],
    ['kommenden Mittwoch', '2026-11-25'],
    ['übernächsten Freitag', '2026-12-04'],
    ['bis Do.', '2026-11-26'],
    ['nächste Woche', '2026-11-30'],
    ['nächste Woche Dienstag', '2026-12-01'],
    ['Dienstag nächster Woche', '2026-12-01'],
    ['Dienstag in zwei Wochen', '2026-12-08'],
    ['Ende der Woche', '2026-11-27'],
    ['Wochenende', '2026-11-27'],
    ['Mitte nächster Woche', '2026-12-02'],
    ['Ende nächster Woche', '2026-12-04'],
    ['Anfang nächster Woche', '2026-11-30'],
    ['nächsten Monat', '2026-12-01'],
    ['Ende des Monats', '2026-11-30'],
    ['Monatsende', '2026-11-30'],
    ['Mitte des Monats', '2026-12-15'],
    ['Ende nächsten Monats', '2026-12-31'],
    ['Ende des Quartals', '2026-12-31'],
    ['Ende des Jahres', '2026-12-31'],
    ['Anfang März', '2027-03-01'],
    ['Mitte März', '2027-03-15'],
    ['Ende März', '2027-03-31'],
    ['Ende November', '2026-11-30'],
    ['Anfang November', '2027-11-01'],
    ['im März', '2027-03-01'],
    ['im November', '2026-11-23'],
    ['März 2028', '2028-03-01'],
    ['15.3.', '2027-03-15'],
    ['am 15.3', '2027-03-15'],
    ['15.03.2027', '2027-03-15'],
    ['15.3.27', '2027-03-15'],
    ['Mo., 15.3.', '2027-03-15'],
    ['15. März', '2027-03-15'],
    ['15. März 2028', '2028-03-15'],
    ['bis zum 24.12.', '2026-12-24'],
    ['am 24.', '2026-11-24'],
    ['am 15.', '2026-12-15'],
    ['29.2.', '2028-02-29'],
    ['KW 12', '2027-03-22'],
    ['KW48', '2026-11-23'],
    ['KW 53', '2026-12-28'],
    ['KW 12/2028', '2028-03-20'],
    ['in KW 12', '2027-03-22'],
    ['Donnerstag KW 12', '2027-03-25'],
    ['Freitag KW 12', '2027-03-30'],
    ['2026-12-07', '2026-12-07'],
  ])('%s is %s', (text, expected) => expect(on(text)).toBe(expected));

  it.each([
    ['today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['the day after tomorrow', '2026-11-25'],
    ['in 2 weeks', '2026-12-07'],
    ['in two weeks', '2026-12-07'],
    ['in a fortnight', '2026-12-07'],
    ['3 days from now', '2026-11-26'],
    ['in 10 working days', '2026-12-07'],
    ['in ten business days', '2026-12-07'],
    ['next working day', '2026-11-24'],
    ['Monday', '2026-11-30'],
    ['next Monday', '2026-11-30'],
    ['this Friday', '2026-11-27'],
    ['next Friday', '2026-12-04'],
    ['Monday in two weeks', '2026-12-14'],
    ['Tuesday next week', '2026-12-01'],
    ['next week', '2026-11-30'],
    ['end of the week', '2026-11-27'],
    ['end of next week', '2026-12-04'],
    ['next month', '2026-12-01'],
    ['end of March', '2027-03-31'],
    ['mid-March', '2027-03-15'],
    ['beginning of March', '2027-03-01'],
    ['end of the year', '2026-12-31'],
    ['15 March', '2027-03-15'],
    ['March 15th', '2027-03-15'],
    ['15th of March 2027', '2027-03-15'],
    ['15/3', '2027-03-15'],
    ['week 12', '2027-03-22'],
  ])('%s is %s', (text, expected) => expect(on(text)).toBe(expected));

  it.each([
    ['2026-12-30', 'in einer Woche', '2027-01-06'],
    ['2026-12-31', 'morgen', '2027-01-04'],
    ['2026-12-31', 'Ende des Monats', '2026-12-31'],
    ['2026-12-31', 'nächsten Monat', '2027-01-04'],
    ['2026-12-31', 'KW 1', '2027-01-04'],
    ['2027-01-01', 'KW 53', '2027-01-04'],
    ['2026-01-31', 'in einem Monat', '2026-03-02'],
    ['2028-02-28', 'morgen', '2028-02-29'],
    ['2026-11-27', 'Mitte der Woche', '2026-12-02'],
    ['2026-11-28', 'Ende der Woche', '2026-12-04'],
    ['2026-03-31', 'Ende März', '2026-03-31'],
    ['2026-04-02', 'morgen', '2026-04-07'],
    ['2026-12-31', '31.12.', '2026-12-31'],
    ['2027-01-01', '31.12.', '2027-12-31'],
  ])('on %s, %s is %s', (today, text, expected) => expect(on(text, today)).toBe(expected));

  it('says why it moved, by the holidays of the Land', () => {
    expect(spokenDate('6.12.', TODAY, hessen)).toEqual({ on: '2026-12-07', meant: '2026-12-06', moved: true, reason: 'SUNDAY' });
    expect(spokenDate('25.12.', TODAY, hessen)).toEqual({ on: '2026-12-28', meant: '2026-12-25', moved: true, reason: 'christmas' });
    expect(spokenDate('3.6.', '2026-06-01', hessen)).toEqual({ on: '2026-06-03', meant: '2026-06-03', moved: false });
    expect(on('Anfang November', '2027-10-20', { state: 'NW' })).toBe('2027-11-02');
    expect(whyNoWorkingDay('2026-12-24', { state: 'HE', closures: ['2026-12-24'] })).toBe('CLOSED');
    expect(whyNoWorkingDay('2026-12-24', { state: 'HE', extraHolidays: ['2026-12-24'] })).toBe('EXTRA');
  });

  it('keeps a past day whose year was said, and otherwise never looks back', () => {
    expect(on('15.3.2024')).toBe('2024-03-15');
    expect(on('Freitag KW 48', '2026-11-28')).toBeUndefined();
  });

  it.each([
    '',
    'bald',
    'irgendwann',
    '31.4.',
    '30.2.2027',
    '15.13.',
    'KW 60',
    'KW 0',
    'Ende',
    'in vielen Wochen',
    'nach dem Urlaub',
    'in 99999 Tagen',
    'morgen oder übermorgen',
    'Anruf am Montag',
    '0.0.',
    'am 32.',
    'KW 53/2027',
    'toString',
    'in constructor Wochen',
  ])('%j is no day', (text) => expect(on(text)).toBeUndefined());

  it('is always a working day and never before today', () => {
    const day = fc.integer({ min: 14_610, max: 25_900 }).map(fromDayNumber);
    const n = fc.integer({ min: 0, max: 60 });
    const month = fc.constantFrom('Januar', 'Februar', 'März', 'June', 'Dezember', 'December');
    const unit = fc.constantFrom('Tagen', 'Wochen', 'Monaten', 'Arbeitstagen', 'Werktagen', 'weeks', 'business days');
    const weekday = fc.constantFrom('Montag', 'Mittwoch', 'Sonntag', 'Friday', 'Saturday');
    const text = fc.oneof(
      fc.tuple(n, unit).map(([count, each]) => `in ${count} ${each}`),
      fc
        .tuple(
          fc.constantFrom('Anfang', 'Mitte', 'Ende', 'end of'),
          fc.oneof(month, fc.constantFrom('der Woche', 'des Monats', 'des Jahres', 'nächster Woche')),
        )
        .map((parts) => parts.join(' ')),
      fc.tuple(fc.constantFrom('', 'nächsten ', 'übernächsten ', 'next '), weekday).map((parts) => parts.join('')),
      fc.tuple(n, n).map(([d, m]) => `${d}.${m}.`),
      fc.tuple(n, month).map(([d, m]) => `${d}. ${m}`),
      n.map((week) => `KW ${week}`),
      fc.string({ maxLength: 12 }),
    );
    const calendar = fc.record({ state: fc.constantFrom(...FEDERAL_STATES), closures: fc.array(day, { maxLength: 3 }) });
    let understood = 0;
    fc.assert(
      fc.property(text, day, calendar, (words, today, own) => {
        const found = spokenDate(words, today, own);
        if (!found) return;
        understood += 1;
        expect(isWorkingDay(found.on, own)).toBe(true);
        if (!/\d{4}|\d\D\d+\D\d/.test(words)) expect(found.meant >= today).toBe(true);
        expect(found.moved).toBe(found.on !== found.meant);
        expect(found.reason === undefined).toBe(!found.moved);
      }),
      { numRuns: 4000 },
    );
    expect(understood).toBeGreaterThan(1500);
  });
});
