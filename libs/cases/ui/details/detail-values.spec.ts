import { emptyInputs, fromInputs, toInputs } from './detail-values';

it('gives every field of the type a control, empty for nothing', () => {
  expect(emptyInputs('STARTUP')).toEqual({ phase: '', sideline: '', capitalEur: '', plannedFor: '' });
  expect(toInputs('STARTUP', { sideline: false, capitalEur: 0 })).toEqual({
    phase: '',
    sideline: 'false',
    capitalEur: '0',
    plannedFor: '',
  });
});

it.each([
  ['4000', 4000],
  ['4.000', 4000],
  ['1 250 000', 1_250_000],
  ['', null],
  ['  ', null],
  ['viel', 'viel'],
  ['1,5', '1,5'],
  ['-3', '-3'],
])('understands the number "%s" as %s', (text, value) => {
  expect(fromInputs('EXPANSION', { ...emptyInputs('EXPANSION'), areaSqm: text })['areaSqm']).toBe(value);
});

it('keeps text as it was typed, and flags, choices and days as they are chosen', () => {
  expect(
    fromInputs('EXPANSION', { ...emptyInputs('EXPANSION'), permits: ' Bau, Lärm ', permitsNeeded: 'true', plannedFor: '2027-03-31' }),
  ).toMatchObject({ permits: ' Bau, Lärm ', permitsNeeded: true, plannedFor: '2027-03-31', jobs: null });
  expect(fromInputs('EXPANSION', { ...emptyInputs('EXPANSION'), permitsNeeded: 'false' })['permitsNeeded']).toBe(false);
});

it('comes back the same from a round trip', () => {
  const details = { areaSqm: 900, permitsNeeded: false, permits: 'Bau', plannedFor: '2027-01-04' };
  const back = fromInputs('EXPANSION', toInputs('EXPANSION', details));
  expect(Object.fromEntries(Object.entries(back).filter(([, value]) => value !== null))).toEqual(details);
});
