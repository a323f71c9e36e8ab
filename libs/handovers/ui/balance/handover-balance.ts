import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OrganisationAccountabilityDto } from '@lotse/handovers/contract';
import {
  Amount,
  CurrentSession,
  dayOf,
  Filter,
  FilterBar,
  keepLast,
  parameters,
  ShortDate,
  StateBlock,
  urlFilters,
} from '@lotse/shared/ui';
import { BALANCE_PERIODS, daysOf } from './balance-period';

/** A figure and the rows behind it; without `query` it has no list of its own. */
interface Figure {
  key: string;
  count: number;
  query?: Record<string, string>;
}

/** "Bilanz": how the own organisation answered what others offered it. Figures of offers lead to their rows. */
@Component({
  selector: 'lotse-handover-balance',
  imports: [Amount, Filter, FilterBar, RouterLink, ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './handover-balance.html',
  styleUrl: './handover-balance.scss',
})
export class HandoverBalance {
  private readonly session = inject(CurrentSession);
  protected readonly filters = urlFilters({ zeitraum: '' });
  protected readonly periods = BALANCE_PERIODS;

  protected readonly balance = httpResource<OrganisationAccountabilityDto>(() => {
    const id = this.session.organisation()?.id;
    const days = daysOf(this.filters.value().zeitraum, dayOf(new Date()));
    return id ? { url: `/api/v1/organisations/${id}/accountability`, params: parameters(days) } : undefined;
  });
  protected readonly page = keepLast(this.balance);

  protected readonly outcomes = computed((): Figure[] => {
    const page = this.page();
    if (!page) return [];
    const outcome = (key: string, count: number): Figure => ({ key, count, query: this.rows(page, { outcome: key }) });
    return [
      outcome('ACCEPTED', page.accepted),
      outcome('DECLINED', page.declined),
      outcome('EXPIRED', page.expired),
      outcome('WITHDRAWN', page.withdrawn),
      outcome('OPEN', page.open),
    ];
  });
  protected readonly reasons = computed((): Figure[] => {
    const page = this.page();
    if (!page) return [];
    return page.declinedByReason.map(({ reasonCode, count }) => ({
      key: reasonCode,
      count,
      query: this.rows(page, { outcome: 'DECLINED', reason: reasonCode }),
    }));
  });
  protected readonly all = computed(() => {
    const page = this.page();
    return page && this.rows(page, {});
  });
  protected readonly returned = computed(() => {
    const page = this.page();
    return page && this.rows(page, { state: 'RETURNED' });
  });
  /** Seconds as whole hours below two days, then as days. */
  protected readonly clock = computed(() => {
    const seconds = this.page()?.medianSecondsToDecide ?? null;
    if (seconds === null) return undefined;
    const hours = seconds / 3600;
    if (hours < 1) return { unit: 'minutes', n: Math.round(seconds / 60) };
    return hours < 48 ? { unit: 'hours', n: Math.round(hours) } : { unit: 'days', n: Math.round(hours / 24) };
  });

  private rows({ from, to }: OrganisationAccountabilityDto, more: Record<string, string>): Record<string, string> {
    return { from, to, confidential: 'false', ...more };
  }
}
