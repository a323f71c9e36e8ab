import { nextDue, requiredBy, stepsOf } from './plan';

const one = (id: string, ...dependsOn: string[]) => ({ id, dependsOn });
const ids = (steps: { id: string }[][]) => steps.map((step) => step.map(({ id }) => id).join(' '));

it('puts a procedure one step behind the latest it waits for', () => {
  const all = [one('permit', 'change', 'enquiry'), one('enquiry'), one('change', 'enquiry'), one('trade')];
  expect(ids(stepsOf(all))).toEqual(['enquiry trade', 'change', 'permit']);
  expect(requiredBy(all[0]!, all).map(({ id }) => id)).toEqual(['enquiry', 'change']);
});

it('takes what waits for something unknown as waiting for nothing, and survives a circle', () => {
  expect(ids(stepsOf([one('a', 'hidden'), one('b', 'a')]))).toEqual(['a', 'b']);
  expect(stepsOf([one('a', 'b'), one('b', 'a')]).flat()).toHaveLength(2);
  expect(stepsOf([])).toEqual([]);
});

it('names the deadline that comes first', () => {
  const due = (dueOn: string | null) => ({ dueOn });
  expect(nextDue([due(null), due('2026-06-03'), due('2026-05-21')])).toEqual(due('2026-05-21'));
  expect(nextDue([due(null)])).toBeUndefined();
});
