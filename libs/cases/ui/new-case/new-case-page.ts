import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CASE_TYPES, type CaseType, type CreateCaseDto, isConfidentialByDefault } from '@lotse/cases/contract';
import type { CompanyDto } from '@lotse/companies/contract';
import { CompanyPicker, type PickedCompany } from '@lotse/companies/ui';
import { aDay, DraftNote, Field, Input, keepDraft, PageHead, ProblemMessage, submitTo, Toasts, When } from '@lotse/shared/ui';
import { CasesClient } from '../cases-client';
import { ResponsibilityHint } from '../routing/responsibility-hint';
import { DetailFields } from '../details/detail-fields';
import { emptyInputs, fromInputs } from '../details/detail-values';

const NOTHING = { title: '', contactPersonId: '', nextStep: '', nextStepOn: '', details: emptyInputs('OTHER') };
type NewCaseDraft = typeof NOTHING & { company?: PickedCompany };

/** A new case: first what it is, then the company, the concern, the fields of the type and the next step. */
@Component({
  selector: 'lotse-new-case-page',
  imports: [
    CompanyPicker,
    DetailFields,
    DraftNote,
    Field,
    FormField,
    Input,
    MatButtonModule,
    PageHead,
    ProblemMessage,
    ResponsibilityHint,
    RouterLink,
    TranslocoDirective,
    When,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-case-page.html',
  styleUrl: './new-case-page.scss',
})
export class NewCasePage {
  private readonly client = inject(CasesClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  /** Chosen type, from the URL, so that Back returns to the choice. */
  readonly art = input<string>();
  /** A company to begin with, from the URL of its page. */
  readonly unternehmen = input<string>();

  protected readonly types = CASE_TYPES;
  protected readonly type = computed(() => CASE_TYPES.find((type) => type === this.art()));
  private readonly given = httpResource<CompanyDto>(() => (this.companyId() ? `/api/v1/companies/${this.companyId()}` : undefined));
  protected readonly company = signal<PickedCompany | undefined>(undefined);
  private readonly companyId = computed(() => this.company()?.id ?? this.unternehmen());
  protected readonly contacts = computed(() => (this.given.hasValue() ? this.given.value().contacts : []));
  protected readonly establishments = computed(() => (this.given.hasValue() ? this.given.value().establishments : []));
  protected readonly missing = signal(false);
  private readonly picker = viewChild(CompanyPicker);
  protected readonly error = signal<unknown>(undefined);
  protected readonly confidential = linkedSignal(() => {
    const type = this.type();
    return (type !== undefined && isConfidentialByDefault(type)) || (this.given.hasValue() && this.given.value().confidential);
  });

  protected readonly values = signal(NOTHING);
  protected readonly form = form(this.values, (path) => {
    required(path.title);
    minLength(path.title, 2);
    maxLength(path.title, 200);
    maxLength(path.nextStep, 300);
    aDay(path.nextStepOn);
  });

  protected readonly draft = keepDraft<NewCaseDraft>({
    key: () => (this.type() ? 'case:new' : undefined),
    typed: () => {
      const { details, contactPersonId: _chosen, ...words } = this.values();
      const isTyped = [...Object.values(words), ...Object.values(details)].some((value) => value.trim() !== '');
      return isTyped ? { ...this.values(), company: this.company() } : undefined;
    },
    restore: ({ company, ...values }) => {
      const given = this.unternehmen();
      if (!given || given === company?.id) this.company.set(company ?? this.company());
      const details = { ...emptyInputs(this.type() ?? 'OTHER'), ...this.sameFields(this.type() ?? 'OTHER', values.details) };
      this.values.set({ ...NOTHING, ...values, details, ...(given && given !== company?.id && { contactPersonId: '' }) });
    },
    clear: () => this.values.set({ ...NOTHING, details: emptyInputs(this.type() ?? 'OTHER') }),
  });

  constructor() {
    effect(() => {
      const type = this.type();
      // What was typed for another type stays where both have the field.
      if (type)
        this.values.update((values) => ({ ...values, details: { ...emptyInputs(type), ...this.sameFields(type, values.details) } }));
    });
    effect(() => {
      if (!this.given.hasValue() || this.company()) return;
      const { id, name, projectName, confidential } = this.given.value();
      untracked(() => this.company.set({ id, name: confidential && projectName ? projectName : name }));
    });
  }

  /** Another company has other contacts; once the field is touched, the URL no longer decides. */
  protected pick(company: PickedCompany | undefined): void {
    this.company.set(company);
    this.missing.set(false);
    this.form.contactPersonId().value.set('');
    if (!company && this.unternehmen()) void this.router.navigate([], { queryParams: { unternehmen: null }, queryParamsHandling: 'merge' });
  }

  protected async create(type: CaseType): Promise<void> {
    const company = this.company();
    this.error.set(undefined);
    this.missing.set(!company);
    if (!company) {
      this.form().markAsTouched(); // says at once what else is missing; the company comes first on the page
      this.picker()?.focus();
      return;
    }
    const sent = await submitTo(this.form, () => this.client.create(this.input(type, company.id)));
    if (!sent.done) {
      this.error.set(sent.error);
      return;
    }
    this.draft.sent();
    this.toasts.show(this.transloco.translate<string>('case.new.created', { fileNumber: sent.result.fileNumber }));
    void this.router.navigate(['/vorgaenge', sent.result.id]);
  }

  private input(type: CaseType, companyId: string): CreateCaseDto {
    const { title, contactPersonId, nextStep, nextStepOn, details } = this.values();
    return {
      type,
      title,
      companyId,
      confidential: this.confidential(),
      details: fromInputs(type, details),
      contactPersonId: contactPersonId || undefined,
      nextStep: nextStep.trim() || undefined,
      nextStepOn: nextStepOn || undefined,
    };
  }

  private sameFields(type: CaseType, details: Record<string, string>): Record<string, string> {
    const names = Object.keys(emptyInputs(type));
    return Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)));
  }
}
