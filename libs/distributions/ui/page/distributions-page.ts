import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { DISTRIBUTION_BOXES, type DistributionBox, type DistributionDto } from '@lotse/distributions/contract';
import {
  CurrentSession,
  Filter,
  FilterBar,
  keepLast,
  LiveUpdates,
  PageHead,
  Paginator,
  ShortDate,
  StateBlock,
  StatusChip,
  urlFilters,
} from '@lotse/shared/ui';
import { DistributionsClient } from '../distributions-client';
import { statusOf } from '../parts/looks';
import { SiteProfileForm } from './site-profile-form';

/** "Flächenabfragen": what the own organisation was asked, and what it asks others. */
@Component({
  selector: 'lotse-distributions-page',
  imports: [Filter, FilterBar, PageHead, Paginator, RouterLink, ShortDate, SiteProfileForm, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './distributions-page.html',
  styleUrl: './distributions-page.scss',
})
export class DistributionsPage {
  protected readonly session = inject(CurrentSession);
  protected readonly boxes = DISTRIBUTION_BOXES;
  protected readonly filters = urlFilters({ box: 'in', page: '1' });
  protected readonly list = inject(DistributionsClient).list(() => {
    const { box, page } = this.filters.value();
    return { box: box as DistributionBox, page: Number(page) || 1 };
  });
  protected readonly page = keepLast(this.list);
  protected readonly box = computed(() => (this.filters.value().box === 'out' ? 'out' : 'in'));

  constructor() {
    inject(LiveUpdates)
      .on('distribution')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.list.reload());
  }

  protected readonly status = (item: DistributionDto) => statusOf(item);
}
