import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SatisfactionDto } from '@lotse/feedback/contract';
import { Amount, Share } from '@lotse/shared/ui';

/** From closed cases to answers, and who was not asked. */
@Component({
  selector: 'lotse-funnel',
  imports: [Amount, Share, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'feedback.funnel'">
      <h2>{{ t('title') }} {{ of().responseRate === null ? '–' : (of().responseRate | share) }}</h2>
      <ol>
        @for (step of steps(); track step.key) {
          <li>
            <span>{{ t(step.key) }}</span><b>{{ step.count | amount }}</b>
            <i [style.inline-size.%]="step.width"></i>
          </li>
        }
      </ol>
      @if (reasons().length) {
        <h3>{{ t('notAsked') }}</h3>
        <ul>
          @for (reason of reasons(); track reason.key) {
            <li>
              <span>{{ t('reason.' + reason.key) }}</span><b>{{ reason.count | amount }}</b>
            </li>
          }
        </ul>
      }
      <p class="lotse-quiet">{{ t('note') }}</p>
    </ng-container>
  `,
  styleUrl: './funnel.scss',
})
export class Funnel {
  readonly of = input.required<SatisfactionDto>();

  protected readonly steps = computed(() => {
    const { closed, eligible, sent, undelivered, answered } = this.of().funnel;
    const all = Math.max(1, closed);
    return [
      { key: 'closed', count: closed },
      { key: 'eligible', count: eligible },
      { key: 'sent', count: sent },
      ...(undelivered ? [{ key: 'undelivered', count: undelivered }] : []),
      { key: 'answered', count: answered },
    ].map((step) => ({ ...step, width: (step.count / all) * 100 }));
  });
  protected readonly reasons = computed(() =>
    Object.entries(this.of().funnel.notAsked)
      .filter(([, count]) => count > 0)
      .map(([key, count]) => ({ key, count })),
  );
}
