import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from '@lotse/shared/ui';
import { catchError, firstValueFrom, of, throwError } from 'rxjs';
import { below } from './form-pointers';

const pointers = (error: unknown) =>
  firstValueFrom(
    throwError(() => error).pipe(
      below('facts', ['contacts']),
      catchError((moved: unknown) => of(moved)),
    ),
  ).then((moved) => problemOf(moved).errors.map(({ pointer }) => pointer));

it('moves faults to the group of the form and leaves those that stand at the same place', async () => {
  const error = {
    code: 'validation',
    errors: [
      { pointer: '/industryCode', code: 'industry.unknown' },
      { pointer: '/contacts/0/email', code: 'isEmail' },
    ],
  };
  expect(await pointers(new HttpErrorResponse({ status: 400, error }))).toEqual(['/facts/industryCode', '/contacts/0/email']);
});

it('gives what is wrong about the municipality to the whole address', async () => {
  const errors = ['/postalCode', '/contacts/0/postalCode'].map((pointer) => ({ pointer, code: 'municipality.ambiguous' }));
  const error = { code: 'municipality.ambiguous', errors };
  expect(await pointers(new HttpErrorResponse({ status: 400, error }))).toEqual(['/facts', '/contacts/0']);
});

it('hands on other failures as they are', async () => {
  const lost = new HttpErrorResponse({ status: 0 });
  expect(
    await firstValueFrom(
      throwError(() => lost).pipe(
        below('facts', []),
        catchError((error: unknown) => of(error)),
      ),
    ),
  ).toBe(lost);
});
