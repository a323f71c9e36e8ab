import { HttpErrorResponse } from '@angular/common/http';
import type { CaseDto } from '@lotse/cases/contract';
import { of, throwError } from 'rxjs';
import { merge } from './merge';
import { storedCase, whereUntouched } from './stale';

describe('two people, one case', () => {
  const seen = { title: 'Halle', nextStep: '', jobs: '3' };

  it('joins changes of different fields without asking', () => {
    expect(merge(seen, { ...seen, title: 'Neue Halle' }, { ...seen, jobs: '5' })).toEqual({
      values: { title: 'Neue Halle', nextStep: '', jobs: '5' },
      conflicts: [],
    });
  });

  it('asks where both changed the same field differently, and keeps what was typed', () => {
    const { values, conflicts } = merge(seen, { ...seen, title: 'Meine' }, { ...seen, title: 'Ihre', nextStep: 'Anrufen' });
    expect(conflicts).toEqual(['title']);
    expect(values).toEqual({ title: 'Meine', nextStep: 'Anrufen', jobs: '3' });
  });

  it('has no conflict where both changed it to the same', () => {
    expect(merge(seen, { ...seen, title: 'Gleich' }, { ...seen, title: 'Gleich' }).conflicts).toEqual([]);
  });

  it('takes emptying for a change', () => {
    expect(merge(seen, { ...seen, jobs: '' }, { ...seen, jobs: '9' }).conflicts).toEqual(['jobs']);
    expect(merge(seen, seen, { ...seen, jobs: '' }).values['jobs']).toBe('');
  });
});

describe('a change that came too late', () => {
  const aCase = (change: Partial<CaseDto>) =>
    ({ id: 'case-1', version: 1, status: 'NEW', officerId: 'a', nextStep: null, ...change }) as CaseDto;
  const tooLate = (current: CaseDto) =>
    throwError(() => new HttpErrorResponse({ status: 412, error: { code: 'stale', details: { version: current.version, current } } }));

  it('is sent again when nobody touched these fields', () => {
    const versions: number[] = [];
    const stored = aCase({ version: 4, nextStep: 'Anrufen' });
    whereUntouched(aCase({}), ['status'], (version) => {
      versions.push(version);
      return version === 4 ? of(stored) : tooLate(stored);
    }).subscribe();
    expect(versions).toEqual([1, 4]);
  });

  it('is handed on with the stored case when somebody changed the same field', () => {
    let failure: unknown;
    const stored = aCase({ version: 4, status: 'CLOSED' });
    whereUntouched(aCase({}), ['status'], () => tooLate(stored)).subscribe({ error: (error: unknown) => (failure = error) });
    expect(storedCase(failure)).toMatchObject({ version: 4, status: 'CLOSED' });
    expect(storedCase(new HttpErrorResponse({ status: 404, error: { code: 'case.notFound' } }))).toBeUndefined();
  });
});
