import { daysOf } from './balance-period';

describe('the period of the balance', () => {
  it.each([
    ['quartal', '2026-11-23', '2026-10-01', '2026-12-31'],
    ['quartal', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['jahr', '2026-11-23', '2026-01-01', '2026-12-31'],
    ['vorjahr', '2026-01-01', '2025-01-01', '2025-12-31'],
  ])('%s, asked on %s', (period, today, from, to) => expect(daysOf(period, today)).toEqual({ from, to }));

  it('leaves the last twelve months to the server', () => expect(daysOf('', '2026-11-23')).toEqual({}));
});
