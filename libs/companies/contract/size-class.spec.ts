import fc from 'fast-check';
import { SIZE_CLASSES, sizeClass } from './size-class';

describe('size by Recommendation 2003/361/EC', () => {
  it.each([
    [1, null, null, 'MICRO'],
    [9, 2, null, 'MICRO'],
    [10, 2, null, 'SMALL'],
    [9, 2.1, null, 'SMALL'],
    [9, 2.1, 1.9, 'MICRO'],
    [49, 10, null, 'SMALL'],
    [50, 10, null, 'MEDIUM'],
    [249, 60, 43, 'MEDIUM'],
    [249, 60, 44, 'LARGE'],
    [249, 50, 44, 'MEDIUM'],
    [250, 1, 1, 'LARGE'],
    [249, null, null, 'MEDIUM'],
    [0, 60, 60, 'LARGE'],
  ])('%s people, %s turnover, %s balance: %s', (staff, turnover, balance, expected) => {
    expect(sizeClass(staff, turnover, balance)).toBe(expected);
  });

  it('never shrinks with more people', () => {
    const money = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.nat(400), fc.nat(100), money, money, (staff, more, turnover, balance) => {
        const order = (people: number) => SIZE_CLASSES.indexOf(sizeClass(people, turnover, balance));
        expect(order(staff + more)).toBeGreaterThanOrEqual(order(staff));
      }),
    );
  });
});
