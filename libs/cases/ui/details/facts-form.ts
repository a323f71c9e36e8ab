import { ChangeDetectionStrategy, Component, computed, inject, input, type OnInit, output, signal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import type { CompanyDto } from '@lotse/companies/contract';
import { type Choice, type ConflictField, ConflictPanel, Field, Input, ProblemMessage, submitTo, Toasts } from '@lotse/shared/ui';
import { CasesClient } from '../cases-client';
import { merge } from '../conflict/merge';
import { storedCase } from '../conflict/stale';
import { DetailFields } from './detail-fields';
import { DetailText } from './detail-text';
import { changeOf, type FactsValues, flat, toValues, unflat } from './facts-values';

/**
 * Changes what a case says. When somebody else was faster, different fields merge silently, the same one asks with both values;
 * nothing typed is lost.
 */
@Component({
  selector: 'lotse-facts-form',
  imports: [ConflictPanel, DetailFields, Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './facts-form.html',
})
export class FactsForm implements OnInit {
  private readonly client = inject(CasesClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(DetailText);
  /** The case as it was when editing began; later ones come by `conflict`. */
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

  /** What the form began with, or what it goes on from after somebody else's change. */
  private seen: CaseDto | undefined;
  protected readonly values = signal<FactsValues>({ title: '', projectName: '', contactPersonId: '', details: {} });
  protected readonly form = form(this.values, (path) => {
    required(path.title);
    minLength(path.title, 2);
    maxLength(path.title, 200);
    maxLength(path.projectName, 100);
  });
  protected readonly ready = signal(false);
  protected readonly conflicts = signal<readonly ConflictField[]>([]);
  protected readonly error = signal<unknown>(undefined);

  ngOnInit(): void {
    this.seen = this.start();
    this.values.set(toValues(this.start()));
    this.ready.set(true);
  }

  protected async save(merged = false): Promise<void> {
    const seen = this.seen ?? this.start();
    this.error.set(undefined);
    const sent = await submitTo(this.form, () => this.client.change(seen.id, seen.version, changeOf(seen, this.values())));
    if (sent.done) {
      this.toasts.show(this.transloco.translate<string>(merged ? 'case.facts.merged' : 'case.saved'));
      this.saved.emit(sent.result);
      return;
    }
    const stored = storedCase(sent.error);
    if (stored) this.putTogether(seen, stored);
    else this.error.set(sent.error);
  }

  protected resolved(choices: Record<string, Choice>): void {
    const stored = flat(toValues(this.seen ?? this.start()));
    const values = flat(this.values());
    for (const [field, choice] of Object.entries(choices)) if (choice === 'theirs') values[field] = stored[field];
    this.values.set(unflat(values));
    this.conflicts.set([]);
    void this.save(true);
  }

  private putTogether(seen: CaseDto, stored: CaseDto): void {
    const theirs = flat(toValues(stored));
    const { values, conflicts } = merge(flat(toValues(seen)), flat(this.values()), theirs);
    this.seen = stored;
    this.values.set(unflat(values));
    this.conflicts.set(
      conflicts.map((field) => ({
        field,
        label: this.label(field),
        mine: this.text(field, values[field], stored),
        theirs: this.text(field, theirs[field], stored),
      })),
    );
    if (conflicts.length === 0) void this.save(true);
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
