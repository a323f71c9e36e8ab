import fc from 'fast-check';
import { incompleteBeta, studentCdf, studentQuantile } from './student-t';

describe("Student's t", () => {
  // Published table of t(0.975) and two of t(0.95), t(0.995): NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
  it.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 4, 2.776],
    [0.975, 7, 2.365],
    [0.975, 11, 2.201],
    [0.975, 19, 2.093],
    [0.975, 29, 2.045],
    [0.975, 100, 1.984],
    [0.95, 10, 1.812],
    [0.995, 10, 3.169],
    [0.975, 1_000_000, 1.96],
  ])('has %d at df %i below %d', (p, df, t) => {
    expect(studentQuantile(p, df)).toBeCloseTo(t, 3);
    expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 10);
  });

  it('meets the closed forms for one and two degrees of freedom', () => {
    for (const p of [0.51, 0.6, 0.75, 0.9, 0.975, 0.999]) {
      expect(studentQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 8);
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))), 8);
    }
  });

  it('is symmetric and rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 400 }), (p, df) => {
        expect(studentQuantile(1 - p, df)).toBeCloseTo(-studentQuantile(p, df), 6);
        expect(studentCdf(studentQuantile(p, df), df)).toBeCloseTo(p, 9);
      }),
    );
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(() => studentQuantile(1, 3)).toThrow(RangeError);
    expect(() => studentQuantile(0.9, 0)).toThrow(RangeError);
  });

  it('knows the incomplete beta function where it has a closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 30 }), (x, a) => {
        expect(incompleteBeta(x, a, 1)).toBeCloseTo(x ** a, 10);
        expect(incompleteBeta(x, 1, a)).toBeCloseTo(1 - (1 - x) ** a, 10);
        expect(incompleteBeta(x, a, a + 1) + incompleteBeta(1 - x, a + 1, a)).toBeCloseTo(1, 10);
      }),
    );
  });
});
