import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { DeadlineDayDto } from '@lotse/permits/contract';
import { formatNumber, Languages } from '@lotse/shared/ui';

/** Why a day counts or does not, in words. */
@Service()
export class DayWords {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);

  /** "Tag 12", "Feiertag: Karfreitag", "Samstag". */
  of({ reason, name, number }: DeadlineDayDto): string {
    const language = this.languages.current();
    const words = this.transloco.translate<string>(`permit.reason.${reason}`, { n: formatNumber(number, language) }, language);
    return name ? `${words}: ${name}` : words;
  }

  /** What stands in the narrow box of a month. */
  short({ reason, number }: DeadlineDayDto): string {
    const language = this.languages.current();
    return number === null
      ? this.transloco.translate<string>(`permit.reasonShort.${reason}`, {}, language)
      : formatNumber(number, language);
  }
}
