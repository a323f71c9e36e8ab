import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Languages } from '@lotse/shared/ui';

/** Names of fields and values in the language of the moment, for panels that compare two states of a form. */
@Service()
export class CompanyWords {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;

  /** @param key below `company.` */
  of(key: string): string {
    return this.texts.translate<string>(`company.${key}`, {}, this.language());
  }

  /** Yes and no, and text as it is. */
  value(value: string | boolean): string {
    return typeof value === 'string' ? value : this.of(value ? 'yes' : 'no');
  }
}
