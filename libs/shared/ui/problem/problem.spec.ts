import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { texts } from '../testing';
import { problemOf } from './problem';
import { ProblemText } from './problem-text';

const failure = (status: number, error: unknown) => new HttpErrorResponse({ status, error });

describe('reading a failed call', () => {
  it('takes code, fields and facts from the problem answer', () => {
    const problem = problemOf(
      failure(422, { code: 'case.cannotMove', errors: [{ pointer: '/status', code: 'isIn' }], details: { from: 'CLOSED' } }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'case.cannotMove', errors: [{ pointer: '/status', code: 'isIn' }] });
    expect(problem.details['from']).toBe('CLOSED');
  });

  it('names the usual cases when something else than the API answers', () => {
    expect(problemOf(failure(0, null)).code).toBe('offline');
    expect(problemOf(failure(503, '<html>')).code).toBe('unavailable');
    expect(problemOf(failure(500, '<html>')).code).toBe('unknown');
    expect(problemOf(new Error('broken')).code).toBe('unknown');
    expect(problemOf(failure(412, '{"code":"case.stale"}')).code).toBe('case.stale');
  });
});

it('finds the sentence for a code, with its facts, or the general one', () => {
  TestBed.configureTestingModule({
    imports: [texts({ error: { unknown: 'Das hat nicht geklappt.', case: { cannotMove: 'Nicht von {{from}} aus.' } } })],
  });
  const text = TestBed.inject(ProblemText);
  expect(text.of(failure(422, { code: 'case.cannotMove', details: { from: 'CLOSED' } }))).toBe('Nicht von CLOSED aus.');
  expect(text.of(failure(422, { code: 'never.heardOf' }))).toBe('Das hat nicht geklappt.');
});
