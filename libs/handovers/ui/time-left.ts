import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TimeLeftDto } from '@lotse/handovers/contract';
import { StatusChip, WeekdayDate } from '@lotse/shared/ui';
import { timeLeftLook } from './looks';

/** "noch 1 Arbeitstag · zu entscheiden bis Mi., 25.11.2026". */
@Component({
  selector: 'lotse-time-left',
  imports: [StatusChip, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover.timeLeft'">
      <lotse-chip [tone]="look().tone" icon="clock">{{ t(look().key, { n: left().workingDays }) }}</lotse-chip>
      <span class="lotse-quiet">{{ t('due', { date: (dueOn() | weekdayDate) }) }}</span>
    </ng-container>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.5rem;
      font-size: 0.875rem;
    }
  `,
})
export class TimeLeft {
  readonly left = input.required<TimeLeftDto>();
  /** ISO date. */
  readonly dueOn = input.required<string>();
  protected readonly look = computed(() => timeLeftLook(this.left()));
}
