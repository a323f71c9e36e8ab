import type { HandoverDto } from '@lotse/handovers/contract';
import { closing, timeLeftLook } from './looks';

it.each([
  [{ workingDays: 2, over: false }, 'many', 'info'],
  [{ workingDays: 1, over: false }, 'one', 'warning'],
  [{ workingDays: 0, over: false }, 'today', 'danger'],
  [{ workingDays: 0, over: true }, 'over', 'danger'],
])('says how long there is: %j', (left, key, tone) => {
  expect(timeLeftLook(left)).toEqual({ key, tone });
});

it('shows the end of what ended, else the decision', () => {
  const decided = { decidedByName: 'A', decidedAt: '2026-11-23', endedByName: 'B', endedAt: '2026-11-24' };
  expect(closing({ ...decided, state: 'ENDED' } as HandoverDto)).toEqual({ by: 'B', at: '2026-11-24' });
  expect(closing({ ...decided, state: 'DECLINED' } as HandoverDto)).toEqual({ by: 'A', at: '2026-11-23' });
});
