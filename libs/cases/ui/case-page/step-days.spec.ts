import { workingDayIn } from './step-days';

it('finds the working day: weekends and Hessian holidays move on', () => {
  expect(workingDayIn(1, '2026-11-23')).toBe('2026-11-24');
  expect(workingDayIn(1, '2026-11-27')).toBe('2026-11-30');
  expect(workingDayIn(14, '2026-12-11')).toBe('2026-12-28');
  expect(workingDayIn(7, '2026-05-28')).toBe('2026-06-05');
});
