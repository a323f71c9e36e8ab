import { amountOf } from './amounts';
import { statusOf } from './looks';

it.each([
  ['1800', 1800],
  ['1.800', 1800],
  ['1 800', 1800],
  ['145,50', 145.5],
  ['145.5', 145.5],
  ['1.145,50', 1145.5],
  ['12.500', 12_500],
  ['0', 0],
  ['', undefined],
  ['  ', undefined],
])('reads %j as people mean it', (text, amount) => expect(amountOf(text)).toBe(amount));

it('tells a running enquiry from one whose time is over', () => {
  expect(statusOf({ state: 'RUNNING', timeLeft: { workingDays: 2, over: false } }).key).toBe('RUNNING');
  expect(statusOf({ state: 'RUNNING', timeLeft: { workingDays: 0, over: true } }).key).toBe('OVER');
  expect(statusOf({ state: 'WITHDRAWN', timeLeft: null }).key).toBe('WITHDRAWN');
});
