import { dayOf, daysBetween, formatDate, formatNumber, formatRelativeDay, formatShare } from './format-date';

describe('dates as people write them', () => {
  it('writes a day in German and English', () => {
    expect(formatDate('2026-11-23', 'de')).toBe('23.11.2026');
    expect(formatDate('2026-11-23', 'en')).toBe('23 Nov 2026');
  });

  it('reads an instant on the clock of the region, in summer and winter, wherever the browser stands', () => {
    expect(formatDate('2026-11-23T23:30:00Z', 'de', 'dayTime')).toBe('24.11.2026, 00:30');
    expect(formatDate('2026-07-01T21:30:00Z', 'de', 'dayTime')).toBe('01.07.2026, 23:30');
    expect(dayOf('2026-11-23T23:30:00Z')).toBe('2026-11-24');
  });

  it('keeps what is no date and shows nothing for nothing', () => {
    expect(formatDate('bald', 'de')).toBe('bald');
    expect(formatDate(null, 'de')).toBe('');
  });

  it('says the near days in words', () => {
    const now = new Date('2026-11-23T22:59:00Z'); // one minute before midnight in Berlin
    expect(formatRelativeDay('2026-11-23', 'de', now)).toBe('heute');
    expect(formatRelativeDay('2026-11-24', 'de', now)).toBe('morgen');
    expect(formatRelativeDay('2026-11-22', 'de', now)).toBe('gestern');
    expect(formatRelativeDay('2026-11-26', 'de', now)).toBe('in 3 Tagen');
    expect(formatRelativeDay('2026-11-22', 'en', now)).toBe('yesterday');
    expect(formatRelativeDay('2026-12-24', 'de', now)).toBe('24.12.2026');
  });

  it('counts calendar days over the change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});

it('writes numbers and shares with the comma or point of the language', () => {
  expect(formatNumber(1234.5, 'de', 1)).toBe('1.234,5');
  expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
  expect(formatShare(0.409, 'de', 1)).toBe('40,9\u00a0%');
  expect(formatNumber(undefined, 'de')).toBe('');
});
