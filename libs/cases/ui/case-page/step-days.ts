import { ChangeDetectionStrategy, Component, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { addDays, type IsoDate, nextWorkingDay, type WorkingCalendar } from '@lotse/shared/contract';
import { dayOf } from '@lotse/shared/ui';

/** Days people mean: always a working day in Hessen. */
const CALENDAR: WorkingCalendar = { state: 'HE' };
const CHOICES = [
  { key: 'tomorrow', days: 1 },
  { key: 'week1', days: 7 },
  { key: 'week2', days: 14 },
] as const;

/** The working day on or after so many days from today. */
export const workingDayIn = (days: number, today: IsoDate): IsoDate => nextWorkingDay(addDays(today, days), CALENDAR);

/** "nächster Arbeitstag", "in 1 Woche", "in 2 Wochen": fills a date beside it. */
@Component({
  selector: 'lotse-step-days',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="group" *transloco="let t; prefix: 'case.plan'" [attr.aria-label]="t('quick')">
      @for (choice of choices; track choice.key) {
        <button type="button" (click)="picked.emit(dayIn(choice.days))">{{ t(choice.key) }}</button>
      }
    </div>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
      margin-block-start: 0.375rem;
    }
    button {
      min-block-size: 1.75rem;
      padding: 0 0.625rem;
      border: 1px solid var(--lotse-control-line);
      border-radius: var(--lotse-radius);
      background: none;
      color: var(--mat-sys-primary);
      font: inherit;
      font-size: 0.875rem;
      cursor: pointer;
    }
    button:hover {
      background: var(--lotse-hover);
    }
  `,
})
export class StepDays {
  readonly picked = output<string>();
  protected readonly choices = CHOICES;
  protected readonly dayIn = (days: number): string => workingDayIn(days, dayOf(new Date()));
}
