import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ClockDto } from '@lotse/permits/contract';
import { StatusChip, WeekdayDate } from '@lotse/shared/ui';
import { ClockWords } from './clock-words';
import { CLOCK_LOOKS } from './looks';

/** One count in two lines: what it is and how it stands, and until when. */
@Component({
  selector: 'lotse-clock-line',
  imports: [StatusChip, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'permit.clock'">
      @if (named()) {
        <span class="name">{{ t('name.' + of().policy) }}</span>
      }
      @if (!brief()) {
        <span>{{ sentence() }}</span>
      }
      <span class="state">
        <lotse-chip [tone]="looks().tone" [icon]="looks().icon">{{ t('state.' + of().state) }}</lotse-chip>
        @if (of().dueOn && !of().stoppedOn) {
          <span class="lotse-quiet">{{ t('until', { date: (of().dueOn | weekdayDate) }) }}</span>
        }
      </span>
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.125rem;
      overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums;
    }
    .name {
      font-weight: 600;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.125rem 0.5rem;
      font-size: 0.875rem;
    }
  `,
})
export class ClockLine {
  private readonly words = inject(ClockWords);
  readonly of = input.required<ClockDto>();
  /** Whether the count is named; in a column of its own it is not. */
  readonly named = input(true);
  /** Without its sentence, where that stands already. */
  readonly brief = input(false);
  protected readonly sentence = computed(() => this.words.parts(this.of()).join(' · '));
  protected readonly looks = computed(() => CLOCK_LOOKS[this.of().state]);
}
