import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Appearance, CurrentSession, DENSITIES, type Language, LANGUAGES, Languages, THEMES } from '@lotse/shared/ui';

/** The same settings as in the menu of the top bar, as plain choices for the drawer on a phone. */
@Component({
  selector: 'lotse-settings-list',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'app.settings'">
      <fieldset>
        <legend>{{ t('language') }}</legend>
        @for (language of choices.languages; track language) {
          <label class="lotse-check" [attr.lang]="language">
            <input type="radio" name="language" [checked]="languages.current() === language" (change)="speak(language)" />{{
              names[language]
            }}
          </label>
        }
      </fieldset>
      <fieldset>
        <legend>{{ t('theme') }}</legend>
        @for (theme of choices.themes; track theme) {
          <label class="lotse-check">
            <input type="radio" name="theme" [checked]="appearance.theme() === theme" (change)="appearance.theme.set(theme)" />{{
              t('themes.' + theme)
            }}
          </label>
        }
      </fieldset>
      <fieldset>
        <legend>{{ t('density') }}</legend>
        @for (density of choices.densities; track density) {
          <label class="lotse-check">
            <input type="radio" name="density" [checked]="appearance.density() === density" (change)="appearance.density.set(density)" />{{
              t('densities.' + density)
            }}
          </label>
        }
      </fieldset>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      padding-inline: 1.5rem;
    }
    fieldset {
      display: grid;
      gap: 0.625rem;
      margin: 1.25rem 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-block-end: 0.5rem;
      padding: 0;
      color: var(--mat-sys-on-surface-variant);
      font-size: 0.8125rem;
      font-weight: 600;
    }
  `,
})
export class SettingsList {
  protected readonly appearance = inject(Appearance);
  protected readonly languages = inject(Languages);
  private readonly session = inject(CurrentSession);
  protected readonly choices = { themes: THEMES, densities: DENSITIES, languages: LANGUAGES };
  protected readonly names: Record<Language, string> = { de: 'Deutsch', en: 'English' };

  protected speak(language: Language): void {
    this.languages.use(language);
    this.session.speak(language);
  }
}
