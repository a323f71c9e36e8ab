import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, LiveUpdates } from '@lotse/shared/ui';
import { filter, map } from 'rxjs';
import { IdleWarning } from './idle-warning';
import { SettingsList } from './settings-list';
import { SideNavigation } from './side-navigation';
import { TopBar } from './top-bar';

/** What surrounds every page of somebody signed in: skip link, top bar, navigation beside the page or in a drawer. */
@Component({
  selector: 'lotse-shell',
  imports: [Icon, IdleWarning, MatButtonModule, RouterOutlet, SettingsList, SideNavigation, TopBar, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');
  protected readonly wide = toSignal(
    inject(BreakpointObserver)
      .observe('(min-width: 960px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: true },
  );

  constructor() {
    inject(LiveUpdates);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.drawer()?.nativeElement.close());
  }

  protected openDrawer(): void {
    this.drawer()?.nativeElement.showModal();
  }

  /** A click on the dialog itself hit its backdrop. */
  protected closeOutside({ target }: Event): void {
    if (target === this.drawer()?.nativeElement) this.drawer()?.nativeElement.close();
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }
}
