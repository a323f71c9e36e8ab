import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DECISION_ANSWERS, MINIMUM_ANSWERS } from '@lotse/feedback/contract';
import type { SatisfactionDto } from '@lotse/feedback/contract';
import { Amount, formatNumber, Icon, Languages, Share, type Tone } from '@lotse/shared/ui';
import { GradeScale } from './grade-scale';

const TONES: Record<string, Tone> = { MET: 'success', MISSED: 'danger', OPEN: 'info', NONE: 'neutral' };
const ICONS = { MET: 'success', MISSED: 'error', OPEN: 'help', NONE: 'lock' } as const;

/** The answer to the page's one question: is the goal proven, and what the figures rest on. */
@Component({
  selector: 'lotse-verdict',
  imports: [Amount, GradeScale, Icon, Share, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verdict.html',
  styleUrl: './verdict.scss',
})
export class Verdict {
  private readonly language = inject(Languages).current;
  readonly of = input.required<SatisfactionDto>();

  protected readonly state = computed(() => this.of().state ?? 'NONE');
  protected readonly tone = computed(() => TONES[this.state()]);
  protected readonly icon = computed(() => ICONS[this.state()]);
  protected readonly minimum = MINIMUM_ANSWERS;
  /** Which sentence explains the state. */
  protected readonly reason = computed(() => {
    const { state, n } = this.of();
    return state === 'OPEN' && n < DECISION_ANSWERS ? 'OPEN_FEW' : this.state();
  });
  protected readonly waiting = computed(() => Math.max(0, this.of().answered - this.of().n));
  protected readonly numbers = computed(() => ({
    n: this.of().n,
    answered: this.of().answered,
    minimum: MINIMUM_ANSWERS,
    decision: DECISION_ANSWERS,
    waiting: this.waiting(),
    goal: formatNumber(2.5, this.language(), 1),
  }));
}
