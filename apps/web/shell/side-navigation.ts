import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, Icon, NAVIGATION_BADGES } from '@lotse/shared/ui';
import { ADMINISTRATION, NAVIGATION, type NavigationEntry } from '../navigation';

/** Where one can go: only what the role may, with the figures domains provide. */
@Component({
  selector: 'lotse-side-navigation',
  imports: [Icon, RouterLink, RouterLinkActive, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './side-navigation.html',
  styleUrl: './side-navigation.scss',
})
export class SideNavigation {
  private readonly session = inject(CurrentSession);
  private readonly badges = inject(NAVIGATION_BADGES, { optional: true }) ?? [];

  protected readonly groups = computed(() =>
    [
      { title: undefined, entries: this.allowed(NAVIGATION) },
      { title: 'administration', entries: this.allowed(ADMINISTRATION) },
    ].filter(({ entries }) => entries.length),
  );

  protected readonly badge = (link: string) => this.badges.find((badge) => badge.link === link);

  private allowed(entries: readonly NavigationEntry[]): NavigationEntry[] {
    return entries.filter(({ permission }) => !permission || this.session.may(permission));
  }
}
