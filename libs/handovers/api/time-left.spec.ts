import { handoverDue } from '@lotse/shared/contract';
import { timeLeft } from './time-left';

describe('the time left to decide', () => {
  const calendar = { state: 'HE' as const };

  it.each([
    ['offered on Monday: Wednesday', '2026-11-23T09:00:00Z', '2026-11-25', 2],
    ['offered on Friday: Tuesday', '2026-11-27T09:00:00Z', '2026-12-01', 2],
    ['over Easter: Wednesday after it', '2026-04-02T09:00:00Z', '2026-04-08', 2],
    ['before Corpus Christi, a holiday in Hessen: Monday', '2026-06-03T09:00:00Z', '2026-06-08', 2],
    ['late at night it is already the next day in Germany', '2026-11-23T23:30:00Z', '2026-11-26', 2],
  ])('%s', (_, offeredAt, dueOn, days) => {
    const due = handoverDue(offeredAt, calendar);
    expect(due.dueOn).toBe(dueOn);
    expect(timeLeft(due.dueOn, new Date(due.dueAt), 'HE', new Date(offeredAt))).toEqual({ workingDays: days, over: false });
  });

  it('counts down to the last day and ends with it, German time', () => {
    const { dueOn, dueAt } = handoverDue('2026-11-23T09:00:00Z', calendar);
    expect(dueAt).toBe('2026-11-25T23:00:00.000Z');
    const at = (now: string) => timeLeft(dueOn, new Date(dueAt), 'HE', new Date(now));
    expect(at('2026-11-24T08:00:00Z')).toEqual({ workingDays: 1, over: false });
    expect(at('2026-11-25T22:59:59Z')).toEqual({ workingDays: 0, over: false });
    expect(at('2026-11-25T23:00:00Z')).toEqual({ workingDays: 0, over: true });
  });

  it('follows the Land of the receiver', () => {
    expect(handoverDue('2026-06-03T09:00:00Z', { state: 'NI' }).dueOn).toBe('2026-06-05');
  });
});
