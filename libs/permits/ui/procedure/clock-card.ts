import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ClockDto } from '@lotse/permits/contract';
import { ShortDate, StatusChip, WeekdayDate } from '@lotse/shared/ui';
import { ClockWords } from '../parts/clock-words';
import { CLOCK_LOOKS } from '../parts/looks';

/** One count with all it rests on: state, last day, definition, policy, version and source; and what the law may say of its end. */
@Component({
  selector: 'lotse-clock-card',
  imports: [RouterLink, ShortDate, StatusChip, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './clock-card.html',
  styleUrl: './clock-card.scss',
})
export class ClockCard {
  private readonly words = inject(ClockWords);
  readonly of = input.required<ClockDto>();
  protected readonly looks = computed(() => CLOCK_LOOKS[this.of().state]);
  protected readonly sentence = computed(() => this.words.parts(this.of()).join(' · '));
  protected readonly target = computed(() => {
    const { target, unit } = this.of();
    return target === null ? '' : this.words.amount(target, unit);
  });
  /** How much of the period is over, for the bar; the sentence says it in words. */
  protected readonly share = computed(() => {
    const { elapsed, target } = this.of();
    return elapsed === null || !target ? undefined : Math.min(100, Math.max(0, Math.round((100 * elapsed) / target)));
  });
  /** The same period day by day; one that rests cannot be counted through without its documents. */
  protected readonly recount = computed(() => {
    const { policy, startedOn, target, unit, paused, state, dueOn } = this.of();
    if (!startedOn || target === null || !dueOn || paused > 0 || state === 'PAUSED' || state === 'DEFERRED' || state === 'ASK')
      return undefined;
    return { from: startedOn, amount: target, unit, own: policy === 'GOAL_35' ? 'true' : null };
  });
}
