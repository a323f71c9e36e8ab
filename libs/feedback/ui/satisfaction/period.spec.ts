import { daysOf, quarterName } from './period';

it.each([
  ['', {}],
  ['quartal', { from: '2026-10-01', to: '2026-12-31' }],
  ['jahr', { from: '2026-01-01', to: '2026-12-31' }],
  ['vorjahr', { from: '2025-01-01', to: '2025-12-31' }],
  ['zwei-jahre', { from: '2025-01-01', to: '2026-12-31' }],
  ['unsinn', {}],
])('turns the period "%s" into days', (period, days) => {
  expect(daysOf(period, '2026-11-23')).toEqual(days);
});

it('names a quarter', () => expect(quarterName('2026-Q4')).toBe('Q4 2026'));
