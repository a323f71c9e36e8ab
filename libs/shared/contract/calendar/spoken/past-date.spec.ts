import { spokenPastDate } from './past-date';

const TUESDAY = '2026-11-24';

it.each([
  ['heute', '2026-11-24'],
  ['Gestern', '2026-11-23'],
  ['yesterday', '2026-11-23'],
  ['vorgestern', '2026-11-22'],
  ['vor 3 Tagen', '2026-11-21'],
  ['vor einer Woche', '2026-11-17'],
  ['2 weeks ago', '2026-11-10'],
  ['vor zwei Monaten', '2026-09-24'],
  ['letzten Freitag', '2026-11-20'],
  ['last Tuesday', '2026-11-17'],
  ['Montag', '2026-11-23'],
  ['20.4.', '2026-04-20'],
  ['24.11.', '2026-11-24'],
  ['24.12.', '2025-12-24'],
  ['29.2.', '2024-02-29'],
  ['20. April', '2026-04-20'],
  ['27 March 2026', '2026-03-27'],
  ['27.03.26', '2026-03-27'],
  ['1.12.2026', '2026-12-01'],
  ['2026-03-27', '2026-03-27'],
])('understands %j as a day that is over', (words, day) => expect(spokenPastDate(words, TUESDAY)).toBe(day));

it.each(['', 'irgendwann', '31.2.', 'in 2 Wochen', 'vor lauter Tagen', '99.99.2026'])('does not guess at %j', (words) =>
  expect(spokenPastDate(words, TUESDAY)).toBeUndefined(),
);
