import { HttpErrorResponse } from '@angular/common/http';
import type { CaseDto } from '@lotse/cases/contract';
import { storedIn } from '@lotse/shared/ui';
import { of, throwError } from 'rxjs';
import { whereUntouched } from './stale';

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
    expect(storedIn<CaseDto>(failure)).toMatchObject({ version: 4, status: 'CLOSED' });
    expect(storedIn<CaseDto>(new HttpErrorResponse({ status: 404, error: { code: 'case.notFound' } }))).toBeUndefined();
  });
});
