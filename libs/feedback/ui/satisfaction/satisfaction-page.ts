import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { SatisfactionQueryDto } from '@lotse/feedback/contract';
import { berlinDay } from '@lotse/shared/contract';
import {
  CurrentSession,
  Filter,
  FilterBar,
  type FilterOption,
  formatDate,
  keepLast,
  Languages,
  PageHead,
  StateBlock,
  urlFilters,
} from '@lotse/shared/ui';
import { FeedbackClient } from '../feedback-client';
import { Distribution } from './distribution';
import { Funnel } from './funnel';
import { daysOf, PERIODS } from './period';
import { Trend } from './trend';
import { Verdict } from './verdict';

const REGION = 'region';

/** Satisfaction against "gut", for leads: of the own organisation, of a partner of the region, or of all together. */
@Component({
  selector: 'lotse-satisfaction-page',
  imports: [Distribution, Filter, FilterBar, Funnel, PageHead, StateBlock, TranslocoDirective, Trend, Verdict],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './satisfaction-page.html',
  styleUrl: './satisfaction-page.scss',
})
export class SatisfactionPage {
  private readonly client = inject(FeedbackClient);
  private readonly session = inject(CurrentSession);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;

  protected readonly filters = urlFilters({ organisation: '', zeitraum: '' });
  private readonly query = computed<SatisfactionQueryDto>(() => {
    const { organisation, zeitraum } = this.filters.value();
    const whose = organisation === REGION ? ({ scope: REGION } as const) : organisation ? { organisationId: organisation } : {};
    return { ...whose, ...daysOf(zeitraum, berlinDay(new Date())) };
  });
  protected readonly satisfaction = this.client.satisfaction(this.query);
  protected readonly page = keepLast(this.satisfaction);
  private readonly organisations = keepLast(this.client.organisations());

  protected readonly isRegion = computed(() => this.filters.value().organisation === REGION);
  protected readonly subject = computed(() => (this.isRegion() ? this.text('region') : (this.page()?.organisation ?? '')));
  protected readonly span = computed(() => {
    const page = this.page();
    return page ? `${formatDate(page.from, this.language())} – ${formatDate(page.to, this.language())}` : '';
  });

  /** The own organisation first, then the region as a whole, then its partners. */
  protected readonly whose = computed<FilterOption[]>(() => {
    const own = this.session.organisation();
    const all = this.organisations()?.items ?? [];
    const regionId = all.find(({ id }) => id === own?.id)?.regionId;
    return [
      { value: '', label: own?.name ?? '' },
      { value: REGION, label: this.text('region') },
      ...all.filter((one) => one.regionId === regionId && one.id !== own?.id).map(({ id, name }) => ({ value: id, label: name })),
    ];
  });
  protected readonly periods = computed<FilterOption[]>(() =>
    PERIODS.map((value) => ({ value, label: this.text(`period.${value || 'usual'}`) })),
  );

  private text(key: string): string {
    return this.texts.translate<string>(`feedback.page.${key}`, {}, this.language());
  }
}
