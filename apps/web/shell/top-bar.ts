import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Bell } from '@lotse/notifications/ui';
import { CurrentSession, Icon } from '@lotse/shared/ui';
import { CompanySearch } from './company-search';
import { OrganisationSwitch } from './organisation-switch';
import { QuickLogButton } from './quick-log-button';
import { SettingsMenu } from './settings-menu';
import { UserMenu } from './user-menu';

/** Product, organisation, search, quick log, settings, account; on a phone the search moves to its own line. */
@Component({
  selector: 'lotse-top-bar',
  imports: [
    Bell,
    CompanySearch,
    Icon,
    MatButtonModule,
    OrganisationSwitch,
    QuickLogButton,
    RouterLink,
    SettingsMenu,
    TranslocoDirective,
    UserMenu,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  protected readonly session = inject(CurrentSession);
  readonly wide = input.required<boolean>();
  readonly menu = output();
}
