import { amountOf, MONEY, WHOLE } from './amounts';
import { statusOf } from './looks';

it.each([
  ['1800', 1800],
  ['1.800', 1800],
  ['1 800', 1800],
  ['145,50', 145.5],
  ['145.5', 145.5],
  ['1.145,50', 1145.5],
  ['12.500', 12_500],
  ['12,500', 12_500],
  ['1,145.50', 1145.5],
  ['0', 0],
  ['', undefined],
  ['  ', undefined],
])('reads %j as people mean it', (text, amount) => expect(amountOf(text)).toBe(amount));

it.each([
  ['1800', true, true],
  ['1.800', true, true],
  ['12,500', true, true],
  ['1 800', true, true],
  ['', true, true],
  ['145,50', false, true],
  ['1,145.5', false, true],
  ['1.80.0', false, false],
  ['12a', false, false],
])('%j may be an area: %s, a price: %s', (text, area, price) => {
  expect(WHOLE.test(text)).toBe(area);
  expect(MONEY.test(text)).toBe(price);
});

it('tells a running enquiry from one whose time is over', () => {
  expect(statusOf({ state: 'RUNNING', timeLeft: { workingDays: 2, over: false } }).key).toBe('RUNNING');
  expect(statusOf({ state: 'RUNNING', timeLeft: { workingDays: 0, over: true } }).key).toBe('OVER');
  expect(statusOf({ state: 'WITHDRAWN', timeLeft: null }).key).toBe('WITHDRAWN');
});
