import { inject, Service } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from '../language/languages';
import { ProblemText } from '../problem/problem-text';
import type { ServerError } from '../problem/server-errors';

/** The sentence below a field, for errors found here and for those the server found. */
@Service()
export class FieldErrorText {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);

  of(error: ValidationError): string {
    if (isServerError(error)) return this.problems.forCode(error.code) ?? this.rule(error.code, {});
    if (error.message) return error.message;
    return this.rule(error.kind, { ...error });
  }

  /** Names of rules as the forms package and the server's validators have them. */
  private rule(name: string, params: Record<string, unknown>): string {
    const language = this.languages.current();
    const key = `app.validation.${name}`;
    const known = key in this.transloco.getTranslation(language) ? key : 'app.validation.invalid';
    return this.transloco.translate<string>(known, params, language);
  }
}

function isServerError(error: ValidationError): error is ServerError {
  return error.kind === 'server' && 'code' in error;
}
