import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, NAVIGATION_BADGES, PageHead, TabNav } from '@lotse/shared/ui';

/** "Übergaben und Mitwirkung": inbox, outbox and balance as tabs with their own address. */
@Component({
  selector: 'lotse-handovers-page',
  imports: [PageHead, RouterOutlet, TabNav, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover'">
      <lotse-page-head [title]="t('title')" [meta]="session.organisation()?.name" />
      <lotse-tab-nav
        [label]="t('box.label')"
        [tabs]="[
          { link: 'eingang', label: t('box.in'), count: waiting() },
          { link: 'ausgang', label: t('box.out') },
          { link: 'bilanz', label: t('box.balance') },
          ...(session.may('relocation.readNotices') ? [{ link: 'verlagerungen', label: t('box.relocations') }] : []),
        ]"
      />
      <router-outlet />
    </ng-container>
  `,
})
export class HandoversPage {
  protected readonly session = inject(CurrentSession);
  private readonly badge = inject(NAVIGATION_BADGES, { optional: true })?.find(({ link }) => link === '/uebergaben');
  protected readonly waiting = () => this.badge?.count() ?? 0;
}
