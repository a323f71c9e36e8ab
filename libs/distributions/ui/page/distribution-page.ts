import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DistributionDto } from '@lotse/distributions/contract';
import {
  DateTime,
  keepLast,
  LiveUpdates,
  Notice,
  PageHead,
  ShortDate,
  StateBlock,
  StatusChip,
  Toasts,
  WeekdayDate,
} from '@lotse/shared/ui';
import { filter } from 'rxjs';
import { DistributionsClient } from '../distributions-client';
import { AnswerFacts } from '../parts/answer-facts';
import { AnswerForm } from '../parts/answer-form';
import { FairnessLog } from '../parts/fairness-log';
import { statusOf } from '../parts/looks';
import { NeedFacts } from '../parts/need-facts';

/** One enquiry for whoever was asked: what is needed, by when, the own answer, the own outcome, the own lines of the log. */
@Component({
  selector: 'lotse-distribution-page',
  imports: [
    AnswerFacts,
    AnswerForm,
    DateTime,
    FairnessLog,
    NeedFacts,
    Notice,
    PageHead,
    ShortDate,
    StateBlock,
    StatusChip,
    TranslocoDirective,
    WeekdayDate,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './distribution-page.html',
  styles: `
    section {
      margin-block: 1.5rem;
    }
    h2 {
      margin-block: 0 0.5rem;
    }
  `,
})
export class DistributionPage {
  private readonly client = inject(DistributionsClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  /** From the route. */
  readonly id = input.required<string>();
  protected readonly resource = this.client.one(() => this.id());
  private readonly last = keepLast(this.resource);
  protected readonly item = computed(() => (this.last()?.id === this.id() ? this.last() : undefined));
  protected readonly status = computed(() => this.item() && statusOf(this.item() as DistributionDto));
  private readonly told = signal('');

  constructor() {
    inject(LiveUpdates)
      .on('distribution')
      .pipe(
        filter(({ id }) => id === this.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
    // Reading stores nothing; that the page was opened is said once.
    effect(() => {
      const item = this.item();
      if (!item?.isReceiver || item.state !== 'RUNNING' || untracked(this.told) === item.id) return;
      this.told.set(item.id);
      this.client.opened(item.id).subscribe({ error: () => this.told.set('') });
    });
  }

  protected answered(): void {
    this.toasts.show(this.transloco.translate('distribution.done.answer'));
    this.resource.reload();
  }
}
