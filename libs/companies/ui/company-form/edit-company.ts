import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CompanyDto } from '@lotse/companies/contract';
import { Field, Input, problemOf, ProblemMessage, submitTo, Toasts } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyInView } from '../company-page/company-in-view';
import { CompanyFactsForm, factsOf, inputOf, NO_FACTS, type CompanyFacts } from './company-facts';

type EditedFacts = CompanyFacts & { projectName: string };

const editedFacts = (company: CompanyDto): EditedFacts => ({ ...factsOf(company), projectName: company.projectName ?? '' });

/** Changes master data. Somebody else was faster: their values are taken over where this person changed nothing. */
@Component({
  selector: 'lotse-edit-company',
  imports: [CompanyFactsForm, Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    .project {
      display: block;
      max-inline-size: 30rem;
      margin-block-start: 1.125rem;
    }
  `,
  template: `
    <form *transloco="let t; prefix: 'company'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
      <section class="lotse-panel">
        <h2>{{ t('edit.title') }}</h2>
        <lotse-company-facts [of]="form" />
        @if (confidential()) {
          <lotse-field class="project" [of]="form.projectName" [label]="t('projectName')" [hint]="t('projectNameHint')">
            <input lotseInput [formField]="form.projectName" />
          </lotse-field>
        }
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
  protected readonly confidential = computed(() => this.view.company()?.confidential ?? false);
  private readonly facts = linkedSignal<ReturnType<typeof this.view.company>, EditedFacts>({
    source: this.view.company,
    computation: (company, previous) => {
      if (!company) return previous?.value ?? { ...NO_FACTS, projectName: '' };
      const theirs = editedFacts(company);
      const before = previous?.source && editedFacts(previous.source);
      if (!before) return theirs;
      const names = Object.keys(theirs) as (keyof EditedFacts)[];
      const merged = names.map((name) => [name, previous.value[name] === before[name] ? theirs[name] : previous.value[name]]);
      return Object.fromEntries(merged) as unknown as EditedFacts;
    },
  });
  protected readonly form = form(this.facts, (path) => {
    required(path.name);
    required(path.projectName, { when: () => this.confidential() });
  });

  protected async save(): Promise<void> {
    const company = this.view.company();
    if (!company) return;
    this.error.set(undefined);
    const sent = await submitTo(this.form, () => this.client.change(company, this.input()));
    if (sent.done) {
      this.view.reload();
      this.toasts.show(this.texts.translate('company.saved'));
      return this.leave();
    }
    this.error.set(sent.error);
    if (sent.error && problemOf(sent.error).status === 412) this.view.reload();
  }

  private input() {
    const { projectName, ...facts } = this.facts();
    return { ...inputOf(facts), ...(this.confidential() && { projectName: projectName.trim() }) };
  }

  protected leave(): void {
    void this.router.navigate(['../ueberblick'], { relativeTo: this.route });
  }
}
