import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, pattern } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { USE_CLASSES } from '@lotse/cases/contract';
import { SITE_TENURES, type SiteTenure, type UseClass } from '@lotse/distributions/contract';
import { Field, Input, keepLast, ProblemMessage, submitTo, Toasts } from '@lotse/shared/ui';
import { DistributionsClient } from '../distributions-client';
import { amountOf, WHOLE } from '../parts/amounts';

/** "Flächenprofil": what the own organisation can offer at all, so that others know whom to ask. */
@Component({
  selector: 'lotse-site-profile-form',
  imports: [Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details *transloco="let t">
      <summary>{{ t('distribution.profile.title') }}</summary>
      <p class="lotse-quiet">{{ t('distribution.profile.text') }}</p>
      <form class="lotse-form" novalidate (submit)="$event.preventDefault(); save()">
        <fieldset>
          <legend>{{ t('distribution.need.useClass') }}</legend>
          @for (name of useClasses; track name) {
            <label class="lotse-check">
              <input type="checkbox" [checked]="chosenClasses().includes(name)" (change)="toggleClass(name)" />
              {{ t('case.choice.useClass.' + name) }}
            </label>
          }
        </fieldset>
        <fieldset>
          <legend>{{ t('distribution.need.tenure') }}</legend>
          @for (name of tenures; track name) {
            <label class="lotse-check">
              <input type="checkbox" [checked]="chosenTenures().includes(name)" (change)="toggleTenure(name)" />
              {{ t('case.choice.tenure.' + name) }}
            </label>
          }
        </fieldset>
        <lotse-field [of]="form.largestAreaSqm" [label]="t('distribution.profile.largest')">
          <input lotseInput type="text" inputmode="numeric" [formField]="form.largestAreaSqm" />
        </lotse-field>
        <lotse-problem class="full" [error]="error()" />
        <div class="lotse-actions full">
          <button matButton="outlined" type="submit" [disabled]="form().submitting() || !stored()">
            {{ t('distribution.profile.save') }}
          </button>
        </div>
      </form>
    </details>
  `,
  styles: `
    summary {
      cursor: pointer;
      font-weight: 600;
    }
  `,
})
export class SiteProfileForm {
  private readonly client = inject(DistributionsClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly useClasses = USE_CLASSES;
  protected readonly tenures = SITE_TENURES;

  private readonly resource = this.client.siteProfile();
  protected readonly stored = keepLast(this.resource);
  protected readonly chosenClasses = linkedSignal<readonly UseClass[]>(() => this.stored()?.useClasses ?? []);
  protected readonly chosenTenures = linkedSignal<readonly SiteTenure[]>(() => this.stored()?.tenures ?? []);
  private readonly model = linkedSignal(() => ({ largestAreaSqm: this.stored()?.largestAreaSqm?.toString() ?? '' }));
  protected readonly form = form(this.model, (path) => pattern(path.largestAreaSqm, WHOLE));
  protected readonly error = signal<unknown>(undefined);

  protected toggleClass(name: UseClass): void {
    this.chosenClasses.update((names) => toggled(names, name));
  }

  protected toggleTenure(name: SiteTenure): void {
    this.chosenTenures.update((names) => toggled(names, name));
  }

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const input = {
      useClasses: [...this.chosenClasses()],
      tenures: [...this.chosenTenures()],
      largestAreaSqm: amountOf(this.model().largestAreaSqm) ?? null,
    };
    const sent = await submitTo(this.form, () => this.client.saveSiteProfile(this.stored()?.version ?? 0, input));
    if (sent.done) this.toasts.show(this.transloco.translate('distribution.profile.saved'));
    else this.error.set(sent.error);
    this.resource.reload();
  }
}

const toggled = <T>(names: readonly T[], name: T): readonly T[] =>
  names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
