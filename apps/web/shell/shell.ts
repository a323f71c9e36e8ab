import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatSidenavModule } from '@angular/material/sidenav';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, LiveUpdates } from '@lotse/shared/ui';
import { filter, map } from 'rxjs';
import { IdleWarning } from './idle-warning';
import { SideNavigation } from './side-navigation';
import { TopBar } from './top-bar';

/** What surrounds every page of somebody signed in: skip link, top bar, navigation beside the page or in a drawer. */
@Component({
  selector: 'lotse-shell',
  imports: [IdleWarning, MatSidenavModule, RouterOutlet, SideNavigation, TopBar, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly wide = toSignal(
    inject(BreakpointObserver)
      .observe('(min-width: 960px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: true },
  );
  protected readonly drawer = signal(false);
  protected readonly demo = inject(CurrentSession).demo;

  constructor() {
    inject(LiveUpdates);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.drawer.set(false));
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}
