import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from '../language/languages';
import { type Problem, problemOf } from './problem';

/** The sentence a person reads for a code, in the language of the interface. */
@Service()
export class ProblemText {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);

  /** Text of any failed call. */
  of(error: unknown): string {
    return this.forProblem(problemOf(error));
  }

  forProblem({ code, details }: Problem): string {
    return this.forCode(code, details) ?? this.forCode('unknown', details) ?? code;
  }

  /** `undefined` when the code has no text. */
  forCode(code: string, details: Record<string, unknown> = {}): string | undefined {
    const texts = this.transloco.getTranslation(this.languages.current());
    const key = `error.${code}`;
    return key in texts ? this.transloco.translate<string>(key, details, this.languages.current()) : undefined;
  }
}
