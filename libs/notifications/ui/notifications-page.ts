import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateTime, Filter, FilterBar, Icon, keepLast, PageHead, Paginator, StateBlock, StatusChip, urlFilters } from '@lotse/shared/ui';
import { News } from './news';
import { NotificationsClient } from './notifications-client';
import { WhatIsNew } from './notification-words';

/** Everything that is new or was, one line per case, with the reason one is told. */
@Component({
  selector: 'lotse-notifications-page',
  imports: [
    DateTime,
    Filter,
    FilterBar,
    Icon,
    MatButtonModule,
    PageHead,
    Paginator,
    RouterLink,
    StateBlock,
    StatusChip,
    TranslocoDirective,
    WhatIsNew,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './notifications-page.html',
  styleUrl: './notifications-page.scss',
})
export class NotificationsPage {
  private readonly client = inject(NotificationsClient);
  protected readonly news = inject(News);
  protected readonly filters = urlFilters({ neu: '', page: '1' });
  protected readonly number = computed(() => Number(this.filters.value().page) || 1);
  protected readonly notifications = this.client.list(() => ({
    page: this.number(),
    ...(this.filters.value().neu && { unread: true }),
  }));
  protected readonly page = keepLast(this.notifications);
  protected readonly empty = computed(() =>
    this.page()?.total === 0 ? (this.filters.changed() ? ('filtered' as const) : ('nothing' as const)) : undefined,
  );

  constructor() {
    effect(() => {
      if (this.news.changed()) untracked(() => this.notifications.reload());
    });
  }
}
