import type { AccountableIntervalDto } from '@lotse/cases/contract';
import { stretches } from './holding-times';

const part = (from: string, to: string): AccountableIntervalDto => ({
  organisationId: 'a',
  organisationName: 'Stadt Langen',
  role: 'OWNER',
  from,
  to,
});

describe('the bar of who held a case', () => {
  it('is as wide as each held it', () => {
    const drawn = stretches([part('2026-01-01T00:00:00Z', '2026-01-02T06:00:00Z'), part('2026-01-02T06:00:00Z', '2026-01-06T00:00:00Z')]);
    expect(drawn.map(({ share }) => share)).toEqual([0.25, 0.75]);
    expect(drawn.map(({ days, hours }) => [days, hours])).toEqual([
      [1, 6],
      [3, 18],
    ]);
  });

  it('has nothing to draw of a case that was opened this moment', () => {
    expect(stretches([])).toEqual([]);
    expect(stretches([part('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')])[0]?.share).toBe(0);
  });
});
