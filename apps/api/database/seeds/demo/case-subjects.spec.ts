import { checkDetails } from '@lotse/cases/contract';
import { subject } from './case-subjects';
import { Random } from './random';

it('invents only what the API would accept from a person', () => {
  const random = new Random(7);
  for (let n = 0; n < 500; n++) {
    const { type, details } = subject(random, new Date('2026-11-23T12:00:00Z'), ['06438001']);
    expect(checkDetails(type, details)).toEqual([]);
  }
});

it('invents the same from the same seed', () => {
  const tell = () => subject(new Random(3), new Date('2026-11-23T12:00:00Z'), ['06438001']);
  expect(tell()).toEqual(tell());
});
