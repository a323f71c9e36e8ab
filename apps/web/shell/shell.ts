import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, Icon, LiveUpdates } from '@lotse/shared/ui';
import { filter, map } from 'rxjs';
import { CompanySearch } from './company-search';
import { IdleWarning } from './idle-warning';
import { SettingsList } from './settings-list';
import { SideNavigation } from './side-navigation';
import { TopBar } from './top-bar';
import { ViewingBanner } from './viewing-banner';

/** What surrounds every page of somebody signed in: skip link, top bar, navigation beside the page or in a drawer. */
@Component({
  selector: 'lotse-shell',
  imports: [
    CompanySearch,
    Icon,
    IdleWarning,
    MatButtonModule,
    RouterOutlet,
    SettingsList,
    SideNavigation,
    TopBar,
    TranslocoDirective,
    ViewingBanner,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');
  protected readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  protected readonly wide = toSignal(
    inject(BreakpointObserver)
      .observe('(min-width: 960px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: true },
  );

  constructor() {
    inject(LiveUpdates);
    let former = place(this.router.url);
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(({ urlAfterRedirects }) => {
        this.drawer()?.nativeElement.close();
        if (place(urlAfterRedirects) !== former) this.main().nativeElement.focus({ preventScroll: true });
        former = place(urlAfterRedirects);
      });
  }

  protected openDrawer(): void {
    this.drawer()?.nativeElement.showModal();
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}

/** The page a URL belongs to; its tabs and filters are the same place, there the focus stays where it is. */
function place(url: string): string {
  return url.split(/[?#]/)[0]!.split('/').slice(0, 3).join('/');
}
