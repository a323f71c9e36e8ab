import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DistributionDto } from '@lotse/distributions/contract';
import { DateTime, Icon, Languages, Notice, ShortDate, StatusChip, WeekdayDate } from '@lotse/shared/ui';
import { AnswerFacts } from '../parts/answer-facts';
import { FairnessLog } from '../parts/fairness-log';
import { statusOf } from '../parts/looks';
import { NeedFacts } from '../parts/need-facts';
import { DecideForm } from './decide-form';

/** One enquiry as its lead sees it: how far it has come, why it is sealed, the offers once it may read them, and how it ends. */
@Component({
  selector: 'lotse-lead-card',
  imports: [
    AnswerFacts,
    DateTime,
    DecideForm,
    FairnessLog,
    Icon,
    MatButtonModule,
    NeedFacts,
    Notice,
    RouterLink,
    ShortDate,
    StatusChip,
    TranslocoDirective,
    WeekdayDate,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lead-card.html',
  styleUrl: './lead-card.scss',
})
export class LeadCard {
  private readonly language = inject(Languages).current;
  readonly distribution = input.required<DistributionDto>();
  readonly changed = output();
  /** Which form stands open. */
  protected readonly form = signal<'decide' | 'withdraw' | undefined>(undefined);
  protected readonly status = computed(() => statusOf(this.distribution()));
  protected readonly hasOffers = computed(() => this.distribution().answers?.some(({ answer }) => answer === 'OFFER') ?? false);
  protected readonly silent = computed(() => {
    const { answers, receivers } = this.distribution();
    return answers && (receivers ?? []).filter(({ organisationId }) => !answers.some((one) => one.organisationId === organisationId));
  });
  protected readonly pdf = computed(() => `/api/v1/distributions/${this.distribution().id}/offers.pdf?language=${this.language()}`);

  protected outcomeOf(organisationId: string): string | null {
    return this.distribution().receivers?.find((one) => one.organisationId === organisationId)?.outcome ?? null;
  }

  protected done(): void {
    this.form.set(undefined);
    this.changed.emit();
  }
}
