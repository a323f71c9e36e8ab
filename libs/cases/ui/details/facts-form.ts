import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import type { CompanyDto } from '@lotse/companies/contract';
import { DraftNote, EntryForm, Field, Input, MergingForm, Toasts } from '@lotse/shared/ui';
import { CasesClient } from '../cases-client';
import { DetailFields } from './detail-fields';
import { DetailText } from './detail-text';
import { factsDraft } from './facts-draft';
import { changeOf, type FactsValues, flat, toValues, unflat } from './facts-values';

/**
 * Changes what a case says. When somebody else was faster, different fields merge silently, the same one asks with both values;
 * nothing typed is lost.
 */
@Component({
  selector: 'lotse-facts-form',
  imports: [DetailFields, DraftNote, EntryForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './facts-form.html',
})
export class FactsForm implements OnInit {
  private readonly client = inject(CasesClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(DetailText);
  /** The case as it is when editing begins. What others make of it meanwhile shows when it is saved. */
  readonly start = input.required<CaseDto>();
  readonly saved = output<CaseDto>();
  readonly left = output();

  private readonly company = httpResource<CompanyDto>(() => `/api/v1/companies/${this.start().companyId}`);
  protected readonly contacts = computed(() => {
    const { contactPersonId, contactPersonName } = this.start();
    const known = (this.company.hasValue() ? this.company.value().contacts : []).map(({ id, firstName, lastName }) => ({
      id,
      name: `${firstName} ${lastName}`,
    }));
    const missing = contactPersonId && contactPersonName && !known.some(({ id }) => id === contactPersonId);
    return missing ? [{ id: contactPersonId, name: contactPersonName }, ...known] : known;
  });

  /** What the form was filled from; the input may become newer while somebody types. */
  private readonly begun = signal<CaseDto | undefined>(undefined);
  protected readonly values = signal<FactsValues>({ title: '', projectName: '', contactPersonId: '', details: {} });
  protected readonly form = form(this.values, (path) => {
    required(path.title);
    minLength(path.title, 2);
    maxLength(path.title, 200);
    maxLength(path.projectName, 100);
  });
  protected readonly draft = factsDraft({ start: this.begun, values: this.values, fill: (values) => this.values.set(values) });
  protected readonly ready = signal(false);
  protected readonly error = signal<unknown>(undefined);
  protected readonly merging = new MergingForm<CaseDto, Record<string, unknown>>({
    of: (row) => flat(toValues(row)),
    typed: () => flat(this.values()),
    fill: (fields) => this.values.set(unflat(fields)),
    label: (field) => this.label(field),
    text: (field, fields, stored) => this.text(field, fields[field], stored),
  });

  ngOnInit(): void {
    this.values.set(toValues(this.start()));
    this.begun.set(this.start());
    this.ready.set(true);
  }

  protected async save(): Promise<void> {
    const begun = this.begun();
    if (!begun) return;
    this.error.set(undefined);
    const sent = await this.merging.save(this.form, begun, (seen) =>
      this.client.change(seen.id, seen.version, changeOf(seen, this.values())),
    );
    if (!sent.done) return this.error.set(sent.error);
    this.draft.sent();
    this.toasts.show(this.transloco.translate<string>(this.merging.merged ? 'app.conflict.merged' : 'case.saved'));
    this.saved.emit(sent.result);
  }

  private label(field: string): string {
    const own = field.startsWith('details.') ? field.slice('details.'.length) : undefined;
    if (own) return this.words.label(own);
    return this.transloco.translate<string>(`case.field.${field === 'contactPersonId' ? 'contactPerson' : field}`);
  }

  private text(field: string, value: unknown, stored: CaseDto): string {
    if (field.startsWith('details.')) return this.words.value(field.slice('details.'.length), value);
    if (field !== 'contactPersonId') return String(value ?? '');
    return (
      this.contacts().find(({ id }) => id === value)?.name ?? (value === stored.contactPersonId ? (stored.contactPersonName ?? '') : '')
    );
  }
}
