import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DeadlineDayDto } from '@lotse/permits/contract';
import { Languages, ShortDate } from '@lotse/shared/ui';
import { DayWords } from './day-words';
import { type MonthSheet, monthsOf } from './months';

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const;

/** The period on the sheets of a calendar: counted days carry their number, the others a mark; what is no weekend is named below. */
@Component({
  selector: 'lotse-month-sheets',
  imports: [ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './month-sheets.html',
  styleUrl: './month-sheets.scss',
})
export class MonthSheets {
  private readonly language = inject(Languages).current;
  protected readonly words = inject(DayWords);
  readonly days = input.required<readonly DeadlineDayDto[]>();
  readonly dueOn = input.required<string>();

  protected readonly sheets = computed(() => monthsOf(this.days()));
  /** Monday to Sunday, short and long; 5 January 2026 was a Monday. */
  protected readonly weekdays = computed(() => {
    const locale = LOCALES[this.language()];
    return Array.from({ length: 7 }, (_, day) => {
      const date = new Date(Date.UTC(2026, 0, 5 + day));
      const name = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(date);
      return { short: name('short').replace('.', ''), long: name('long') };
    });
  });

  protected title({ first }: MonthSheet): string {
    const format = new Intl.DateTimeFormat(LOCALES[this.language()], { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return format.format(new Date(`${first}T00:00:00Z`));
  }

  /** Days of a month whose reason a mark cannot say. */
  protected named({ first }: MonthSheet): DeadlineDayDto[] {
    const month = first.slice(0, 7);
    return this.days().filter(({ date, reason }) => date.startsWith(month) && !['COUNTED', 'SATURDAY', 'SUNDAY'].includes(reason));
  }
}
