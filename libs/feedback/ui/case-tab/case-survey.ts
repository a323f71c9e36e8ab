import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateTime, Grade, keepLast, LiveUpdates, Notice, ShortDate, StateBlock, StatusChip, type Tone } from '@lotse/shared/ui';
import { FeedbackClient } from '../feedback-client';

const TONES: Record<string, Tone> = { ASKED: 'info', ANSWERED: 'success', NOT_ASKED: 'neutral', EXPIRED: 'neutral' };

/** The tab "Rückmeldung" of a case: was the company asked, has it answered, and for the lead what it said. */
@Component({
  selector: 'lotse-case-survey',
  imports: [DateTime, Grade, Notice, ShortDate, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-survey.html',
  styles: `
    blockquote {
      margin: 0;
      padding-inline-start: 1rem;
      border-inline-start: 3px solid var(--lotse-control-line);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class CaseSurvey {
  /** Id of the case, from the route of its page. */
  readonly id = input.required<string>();
  protected readonly survey = inject(FeedbackClient).ofCase(() => this.id());
  protected readonly found = keepLast(this.survey);
  protected readonly tone = computed<Tone>(() => TONES[this.found()?.state ?? ''] ?? 'neutral');

  constructor() {
    inject(LiveUpdates)
      .on('case')
      .pipe(takeUntilDestroyed())
      .subscribe(({ id }) => id === this.id() && this.survey.reload());
  }
}
