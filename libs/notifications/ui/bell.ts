import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, DateTime, Icon, keepLast } from '@lotse/shared/ui';
import { News } from './news';
import { NotificationsClient } from './notifications-client';
import { WhatIsNew } from './notification-words';

/** The bell of the top bar: how many cases have something new, and the latest of them as a list. */
@Component({
  selector: 'lotse-bell',
  imports: [DateTime, Icon, MatButtonModule, MatMenuModule, RouterLink, TranslocoDirective, WhatIsNew],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bell.html',
  styleUrl: './bell.scss',
})
export class Bell {
  private readonly client = inject(NotificationsClient);
  protected readonly session = inject(CurrentSession);
  protected readonly news = inject(News);
  protected readonly open = signal(false);
  private readonly list = this.client.list(() => (this.open() ? { unread: true, size: 8 } : undefined));
  private readonly page = keepLast(this.list);
  protected readonly items = computed(() => (this.open() ? this.page()?.items : undefined));

  constructor() {
    effect(() => {
      if (this.news.changed() && untracked(this.open)) this.list.reload();
    });
  }
}
