import { ChangeDetectionStrategy, Component, inject, linkedSignal, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { problemOf, ProblemMessage, submitTo, Toasts } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyInView } from '../company-page/company-in-view';
import { CompanyFactsForm, factsOf, inputOf, NO_FACTS, type CompanyFacts } from './company-facts';

/** Changes master data. Somebody else was faster: their values are taken over where this person changed nothing. */
@Component({
  selector: 'lotse-edit-company',
  imports: [CompanyFactsForm, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'company'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
      <section class="lotse-panel">
        <h2>{{ t('edit.title') }}</h2>
        <lotse-company-facts [of]="form" />
      </section>
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('save') }}</button>
        <button matButton type="button" (click)="leave()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class EditCompany {
  private readonly client = inject(CompaniesClient);
  private readonly view = inject(CompanyInView);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);

  protected readonly error = signal<unknown>(undefined);
  private readonly facts = linkedSignal<ReturnType<typeof this.view.company>, CompanyFacts>({
    source: this.view.company,
    computation: (company, previous) => {
      if (!company) return previous?.value ?? NO_FACTS;
      const theirs = factsOf(company);
      const before = previous?.source && factsOf(previous.source);
      if (!before) return theirs;
      const names = Object.keys(theirs) as (keyof CompanyFacts)[];
      const merged = names.map((name) => [name, previous.value[name] === before[name] ? theirs[name] : previous.value[name]]);
      return Object.fromEntries(merged) as unknown as CompanyFacts;
    },
  });
  protected readonly form = form(this.facts, (path) => required(path.name));

  protected async save(): Promise<void> {
    const company = this.view.company();
    if (!company) return;
    this.error.set(undefined);
    const sent = await submitTo(this.form, () => this.client.change(company, inputOf(this.facts())));
    if (sent.done) {
      this.view.reload();
      this.toasts.show(this.texts.translate('company.saved'));
      return this.leave();
    }
    this.error.set(sent.error);
    if (sent.error && problemOf(sent.error).status === 412) this.view.reload();
  }

  protected leave(): void {
    void this.router.navigate(['../ueberblick'], { relativeTo: this.route });
  }
}
