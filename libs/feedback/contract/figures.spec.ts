import fc from 'fast-check';
import { areComparable, figures, momentsOf, satisfactionState, TARGET_MEAN } from './figures';
import { countGrades, GRADES, isGrade, needsRecovery, type Grade, type GradeCounts } from './grade';
import { wilsonInterval } from './interval';

const counts = (...given: number[]): GradeCounts => [...given, 0, 0, 0, 0, 0, 0].slice(0, 6) as unknown as GradeCounts;
const anyCounts = fc.tuple(...Array.from({ length: 6 }, () => fc.nat(30))).map((given) => counts(...given));

describe('figures', () => {
  it.each([
    [counts(2, 4, 1, 1), 8, 2.125, 1.3, 2.95],
    [counts(3, 6, 2, 1), 12, 2.083, 1.51, 2.66],
    [counts(9, 12, 5, 4), 30, 2.133, 1.76, 2.51],
  ])('of %j', (given, n, mean, low, high) => {
    const result = figures(given);
    expect(result.n).toBe(n);
    expect(result.mean).toBeCloseTo(mean, 3);
    expect(result.interval?.low).toBeCloseTo(low, 2);
    expect(result.interval?.high).toBeCloseTo(high, 2);
    expect(result.state).toBe('OPEN');
    expect(result.distribution).toEqual(given);
  });

  it('gives the share of good grades by Wilson: 6 of 8', () => {
    const share = figures(counts(2, 4, 1, 1)).shareGood;
    expect(share?.value).toBe(0.75);
    expect((share?.low ?? 0) * 100).toBeCloseTo(40.9, 1);
    expect((share?.high ?? 0) * 100).toBeCloseTo(92.9, 1);
  });

  it('shows nothing below five answers, not even how many', () => {
    const nothing = { n: 0, mean: null, interval: null, shareGood: null, distribution: null, state: null };
    for (const few of [counts(), counts(1), counts(2, 2), counts(0, 0, 0, 0, 0, 4)]) expect(figures(few)).toEqual(nothing);
    expect(figures(counts(5)).n).toBe(5);
  });

  it('proves nothing below twenty answers', () => {
    expect(figures(counts(19)).state).toBe('OPEN');
    expect(figures(counts(0, 0, 0, 0, 0, 19)).state).toBe('OPEN');
    expect(figures(counts(20)).state).toBe('MET');
    expect(figures(counts(0, 0, 0, 0, 0, 20)).state).toBe('MISSED');
  });

  it('calls no mean beyond the target missed while its interval reaches it', () => {
    expect(figures(counts(4, 5, 6, 5)).mean).toBeGreaterThan(TARGET_MEAN);
    expect(figures(counts(4, 5, 6, 5)).state).toBe('OPEN');
  });

  it('decides with a spread of at least 1.0, though it shows the spread observed', () => {
    // Mean 2.2: the observed spread (0.41) gives 2.01–2.39, the floor of 1.0 gives 1.73–2.67.
    const narrow = counts(0, 16, 4);
    expect(figures(narrow).interval?.high).toBeLessThan(TARGET_MEAN);
    expect(figures(narrow).state).toBe('OPEN');
    expect(figures(counts(0, 0, 22)).state).toBe('MISSED');
    expect(figures(counts(0, 0, 20)).interval).toEqual({ low: 3, high: 3 });
  });

  it('lets the unrounded bound decide: 2.5004 is open although it reads 2.5', () => {
    const result = satisfactionState(counts(9, 12, 5, 4));
    expect(result).toBe('OPEN');
    expect(figures(counts(9, 12, 5, 4)).interval?.high.toFixed(1)).toBe('2.5');
  });

  it('never leaves the scale and holds the mean', () => {
    fc.assert(
      fc.property(anyCounts, (given) => {
        const { n, mean, interval, shareGood, state } = figures(given);
        if (n === 0) return expect(given.reduce((a, b) => a + b, 0)).toBeLessThan(5);
        if (mean === null || !interval || !shareGood) throw new Error('figures come together');
        expect(interval.low >= 1 && interval.high <= 6).toBe(true);
        expect(interval.low <= mean && mean <= interval.high).toBe(true);
        expect(shareGood.low >= 0 && shareGood.high <= 1).toBe(true);
        expect(shareGood.low <= shareGood.value && shareGood.value <= shareGood.high).toBe(true);
        if (state === 'MET') expect(interval.high).toBeLessThanOrEqual(TARGET_MEAN + 0.5);
        if (state === 'MISSED') expect(mean).toBeGreaterThan(TARGET_MEAN);
        if (state === 'MET') expect(mean).toBeLessThan(TARGET_MEAN);
        if (n < 20) expect(state).toBe('OPEN');
      }),
      { numRuns: 1000 },
    );
  });

  it('computes from counts what it would from single grades', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Grade>(...GRADES), { minLength: 2, maxLength: 60 }), (grades) => {
        const mean = grades.reduce<number>((a, b) => a + b, 0) / grades.length;
        const variance = grades.reduce<number>((sum, grade) => sum + (grade - mean) ** 2, 0) / (grades.length - 1);
        const moments = momentsOf(countGrades(grades));
        expect(moments.mean).toBeCloseTo(mean, 12);
        expect(moments.sd).toBeCloseTo(Math.sqrt(variance), 12);
      }),
    );
  });

  it('keeps Wilson inside 0 to 1 at the ends', () => {
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) });
    expect(wilsonInterval(10, 10)).toEqual({ low: expect.closeTo(0.7225, 4), high: 1 });
  });

  it('ranks only what does not overlap', () => {
    expect(areComparable({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(false);
    expect(areComparable({ low: 1, high: 1.9 }, { low: 2, high: 3 })).toBe(true);
  });
});

describe('grades', () => {
  it('are the whole numbers 1 to 6', () => {
    for (const no of [0, 7, 1.5, '1', null, undefined, Number.NaN]) expect(isGrade(no)).toBe(false);
    for (const grade of GRADES) expect(isGrade(grade)).toBe(true);
  });

  it('call for recovery from 4 on or when asked', () => {
    expect([1, 2, 3, 4, 5, 6].filter((serviceGrade) => needsRecovery({ serviceGrade }))).toEqual([4, 5, 6]);
    expect(needsRecovery({ serviceGrade: 1, callBack: true })).toBe(true);
    expect(needsRecovery({ serviceGrade: 1, callBack: null })).toBe(false);
  });
});
