import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateTime, Notice, problemOf, ProblemText } from '@lotse/shared/ui';

/** What somebody else decided first, when that is why the call failed. */
export function happenedOf(error: unknown): { state: string; who: string; at: string } | undefined {
  const { state, decidedBy, decidedAt } = problemOf(error).details;
  return typeof state === 'string' && typeof decidedBy === 'string' && typeof decidedAt === 'string'
    ? { state, who: decidedBy, at: decidedAt }
    : undefined;
}

/** Why a decision was not taken. Whoever was second reads what happened, who did it and when. */
@Component({
  selector: 'lotse-decision-failure',
  imports: [DateTime, Notice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (text(); as text) {
      <lotse-notice tone="danger" role="alert">
        {{ text }}
        @if (happened(); as happened) {
          <ng-container *transloco="let t; prefix: 'handover'">
            {{
              t('happened', {
                state: t('state.' + happened.state),
                who: happened.who === 'Lotse' ? t('bySystem') : happened.who,
                at: (happened.at | dateTime),
              })
            }}
          </ng-container>
        }
      </lotse-notice>
    }
  `,
})
export class DecisionFailure {
  private readonly texts = inject(ProblemText);
  /** What the call failed with. */
  readonly error = input<unknown>();
  protected readonly text = computed(() => (this.error() ? this.texts.of(this.error()) : undefined));
  protected readonly happened = computed(() => happenedOf(this.error()));
}
