import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Languages } from '../language/languages';
import { formatDate, formatNumber, formatRelativeDay, formatShare } from './format-date';

// Impure on purpose: the same value reads differently after the language was switched. Formatters are kept, so this stays cheap.

/** `{{ due | shortDate }}` → `23.11.2026` or `23 Nov 2026`. */
@Pipe({ name: 'shortDate', pure: false })
export class ShortDate implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: string | null | undefined): string => formatDate(value, this.language());
}

/** `{{ due | weekdayDate }}` → `Mo., 23.11.2026` or `Mon, 23 Nov 2026`. */
@Pipe({ name: 'weekdayDate', pure: false })
export class WeekdayDate implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: string | null | undefined): string => formatDate(value, this.language(), 'weekday');
}

/** `{{ at | dateTime }}` → `23.11.2026, 14:05` or `23 Nov 2026, 14:05`, on the region's clock. */
@Pipe({ name: 'dateTime', pure: false })
export class DateTime implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: string | null | undefined): string => formatDate(value, this.language(), 'dayTime');
}

/** `{{ at | timeOfDay }}` → `14:05`. */
@Pipe({ name: 'timeOfDay', pure: false })
export class TimeOfDay implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: string | null | undefined): string => formatDate(value, this.language(), 'time');
}

/** `{{ due | relativeDay }}` → `heute`, `morgen`, `vor 3 Tagen`; beyond a week the date. */
@Pipe({ name: 'relativeDay', pure: false })
export class RelativeDay implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: string | null | undefined): string => formatRelativeDay(value, this.language());
}

/** `{{ mean | amount: 1 }}` → `2,1` or `2.1`. */
@Pipe({ name: 'amount', pure: false })
export class Amount implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: number | null | undefined, decimals = 0): string => formatNumber(value, this.language(), decimals);
}

/** `{{ 0.409 | share: 1 }}` → `40,9 %` or `40.9%`. */
@Pipe({ name: 'share', pure: false })
export class Share implements PipeTransform {
  private readonly language = inject(Languages).current;
  transform = (value: number | null | undefined, decimals = 0): string => formatShare(value, this.language(), decimals);
}
