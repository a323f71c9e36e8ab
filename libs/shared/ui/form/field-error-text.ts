import { inject, Service } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from '../language/languages';
import { ProblemText } from '../problem/problem-text';
import type { ServerError } from '../problem/server-errors';

/** Kinds of the forms package with a text below `app.validation`. */
const KINDS = new Set(['required', 'email', 'min', 'max', 'minLength', 'maxLength', 'pattern', 'minDate', 'maxDate', 'parse']);

/** The sentence below a field, for errors found here and for those the server found. */
@Service()
export class FieldErrorText {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);

  of(error: ValidationError): string {
    const language = this.languages.current();
    if (isServerError(error))
      return this.problems.forCode(error.code) ?? this.transloco.translate<string>('app.validation.invalid', {}, language);
    if (error.message) return error.message;
    const kind = KINDS.has(error.kind) ? error.kind : 'invalid';
    return this.transloco.translate<string>(`app.validation.${kind}`, { ...error }, language);
  }
}

function isServerError(error: ValidationError): error is ServerError {
  return error.kind === 'server' && 'code' in error;
}
