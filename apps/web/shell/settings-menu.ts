import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  Appearance,
  CurrentSession,
  DENSITIES,
  Icon,
  type IconName,
  type Language,
  LANGUAGES,
  Languages,
  type Theme,
  THEMES,
} from '@lotse/shared/ui';

/** Theme, density and language of this browser. */
@Component({
  selector: 'lotse-settings-menu',
  imports: [Icon, MatButtonModule, MatMenuModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './settings-menu.html',
})
export class SettingsMenu {
  protected readonly appearance = inject(Appearance);
  protected readonly languages = inject(Languages);
  private readonly session = inject(CurrentSession);
  protected readonly choices = { themes: THEMES, densities: DENSITIES, languages: LANGUAGES };
  protected readonly icons: Record<Theme, IconName> = { system: 'system', light: 'sun', dark: 'moon' };
  /** Each language in its own words. */
  protected readonly names: Record<Language, string> = { de: 'Deutsch', en: 'English' };

  protected speak(language: Language): void {
    this.languages.use(language);
    this.session.speak(language);
  }
}
