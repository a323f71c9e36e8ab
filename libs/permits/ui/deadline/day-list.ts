import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DeadlineDayDto } from '@lotse/permits/contract';
import { Amount, Icon, WeekdayDate } from '@lotse/shared/ui';
import { DayWords } from './day-words';

/** Every day of the period, one a line, with its number or the reason it does not count. */
@Component({
  selector: 'lotse-day-list',
  imports: [Amount, Icon, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="lotse-table-region" *transloco="let t; prefix: 'permit.deadline'" tabindex="0" role="region" [attr.aria-label]="t('days')">
      <table class="lotse-table">
        <thead>
          <tr>
            <th scope="col">{{ t('day') }}</th>
            <th scope="col" class="number">{{ t('number') }}</th>
            <th scope="col">{{ t('why') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (day of days(); track day.date) {
            <tr [class.skipped]="!day.counted">
              <th scope="row" class="nowrap">{{ day.date | weekdayDate }}</th>
              <td class="number">{{ day.number | amount }}</td>
              <td><lotse-icon [name]="day.counted ? 'check' : 'close'" /> {{ words.of(day) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .skipped > * {
      color: var(--mat-sys-on-surface-variant);
      background: var(--lotse-raised);
    }
    .skipped th {
      font-weight: 400;
    }
  `,
})
export class DayList {
  protected readonly words = inject(DayWords);
  readonly days = input.required<readonly DeadlineDayDto[]>();
}
