import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CompanyDto, UpdateCompanyDto } from '@lotse/companies/contract';
import { EntryForm, Field, Input, MergingForm, Toasts } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyInView } from '../company-page/company-in-view';
import { CompanyWords } from '../company-words';
import { CompanyFactsForm, factsOf, inputOf, NO_FACTS, type CompanyFacts } from './company-facts';

type EditedFacts = CompanyFacts & { projectName: string };

const editedFacts = (company: CompanyDto): EditedFacts => ({ ...factsOf(company), projectName: company.projectName ?? '' });

/** Only the fields that were changed. */
function factChanges({ projectName, ...facts }: EditedFacts, changed: readonly (keyof EditedFacts)[]): UpdateCompanyDto {
  const all = { ...inputOf(facts), projectName: projectName.trim() };
  return Object.fromEntries(changed.map((field) => [field, all[field]]));
}

/** Changes master data. Where somebody else was faster, both values of a field stand beside each other; the rest merges. */
@Component({
  selector: 'lotse-edit-company',
  imports: [CompanyFactsForm, EntryForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `
    .project {
      display: block;
      max-inline-size: 30rem;
      margin-block-start: 1.125rem;
    }
  `,
  template: `
    <lotse-entry-form [merging]="merging" [busy]="form().submitting()" [error]="error()" (save)="save()" (leave)="leave()">
      <section *transloco="let t; prefix: 'company'" class="lotse-panel">
        <h2>{{ t('edit.title') }}</h2>
        <lotse-company-facts [of]="form" />
        @if (confidential()) {
          <lotse-field class="project" [of]="form.projectName" [label]="t('projectName')" [hint]="t('projectNameHint')">
            <input lotseInput [formField]="form.projectName" />
          </lotse-field>
        }
      </section>
    </lotse-entry-form>
  `,
})
export class EditCompany {
  private readonly client = inject(CompaniesClient);
  private readonly view = inject(CompanyInView);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  private readonly words = inject(CompanyWords);

  protected readonly error = signal<unknown>(undefined);
  protected readonly confidential = computed(() => this.view.company()?.confidential ?? false);
  /** The company as it was when editing began. */
  private readonly start = linkedSignal<CompanyDto | undefined, CompanyDto | undefined>({
    source: this.view.company,
    computation: (company, before) => (before?.value?.id === company?.id ? before?.value : company),
  });
  private readonly facts = linkedSignal<EditedFacts>(() => {
    const start = this.start();
    return start ? editedFacts(start) : { ...NO_FACTS, projectName: '' };
  });
  protected readonly form = form(this.facts, (path) => {
    required(path.name);
    required(path.projectName, { when: () => this.confidential() });
  });

  protected readonly merging = new MergingForm<CompanyDto, EditedFacts>({
    of: editedFacts,
    typed: this.facts,
    fill: (facts) => this.facts.set(facts),
    label: (field) => this.words.of(field === 'industryCode' ? 'industry' : field),
    text: (field, facts) => (field === 'sizeClass' && facts.sizeClass ? this.words.of(`size.${facts.sizeClass}`) : facts[field]),
  });

  protected async save(): Promise<void> {
    const start = this.start();
    if (!start) return;
    this.error.set(undefined);
    const sent = await this.merging.save(this.form, start, (seen, changed) => this.client.change(seen, factChanges(this.facts(), changed)));
    if (!sent.done) return this.error.set(sent.error);
    this.view.reload();
    this.toasts.show(this.texts.translate(this.merging.merged ? 'app.conflict.merged' : 'company.saved'));
    this.leave();
  }

  protected leave(): void {
    void this.router.navigate(['../ueberblick'], { relativeTo: this.route });
  }
}
