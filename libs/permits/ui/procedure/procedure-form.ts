import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PROCEDURE_TYPES, type ProcedureDto, type ProcedureSummaryDto, type ProcedureType, USUAL_DOCUMENTS } from '@lotse/permits/contract';
import { EntryForm, Field, Input, keepLast, Languages, MergingForm, submitTo } from '@lotse/shared/ui';
import { PermitsClient } from '../permits-client';
import { changesOf, createOf, fieldsOf, NO_PROCEDURE, type ProcedureFields } from './procedure-fields';

/** Opens a procedure in a case, or changes what one is; what happened in it is told by events. */
@Component({
  selector: 'lotse-procedure-form',
  imports: [EntryForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './procedure-form.html',
})
export class ProcedureForm {
  private readonly client = inject(PermitsClient);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  readonly caseId = input.required<string>();
  /** The one that is changed; without it a new one is opened. */
  readonly procedure = input<ProcedureDto>();
  /** Procedures of the case, to depend on. */
  readonly others = input<readonly ProcedureSummaryDto[]>([]);
  readonly done = output<ProcedureDto>();
  readonly leave = output();

  protected readonly types = PROCEDURE_TYPES;
  private readonly partners = keepLast(this.client.organisations());
  private readonly places = keepLast(this.client.municipalities());
  protected readonly organisations = computed(() => this.partners()?.items ?? []);
  protected readonly municipalities = computed(() => this.places()?.items ?? []);
  protected readonly possible = computed(() => this.others().filter(({ id }) => id !== this.procedure()?.id));
  protected readonly error = signal<unknown>(undefined);
  protected readonly fields = linkedSignal<ProcedureFields>(() => {
    const procedure = this.procedure();
    return procedure ? fieldsOf(procedure) : NO_PROCEDURE;
  });
  protected readonly form = form(this.fields, (path) => {
    required(path.type);
    maxLength(path.title, 200);
    maxLength(path.authority, 200);
    maxLength(path.fileNumber, 100);
  });
  protected readonly merging = new MergingForm<ProcedureDto, ProcedureFields>({
    of: fieldsOf,
    typed: this.fields,
    fill: (fields) => this.fields.set(fields),
    label: (field) => this.say(`form.${field}`),
    text: (field, fields) => this.text(field, fields),
  });

  constructor() {
    // Documents usually needed follow the type until somebody writes their own.
    effect(() => {
      const type = this.form.type().value() as ProcedureType;
      if (this.procedure() || untracked(() => this.form.documents().dirty())) return;
      untracked(() => this.form.documents().value.set((USUAL_DOCUMENTS[type] ?? []).join('\n')));
    });
  }

  protected toggle(id: string): void {
    this.form.dependsOn().value.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const procedure = this.procedure();
    const sent = procedure
      ? await this.merging.save(this.form, procedure, (seen, changed) =>
          this.client.change(seen, changesOf(this.fields(), this.organisations(), changed)),
        )
      : await submitTo(this.form, () => this.client.create(this.caseId(), createOf(this.fields(), this.organisations())));
    if (sent.done) this.done.emit(sent.result);
    else this.error.set(sent.error);
  }

  private text(field: keyof ProcedureFields, fields: ProcedureFields): string {
    const value = fields[field];
    if (typeof value === 'boolean') return this.say(value ? 'yes' : 'no');
    if (field === 'type') return this.say(`type.${fields.type}`);
    if (field === 'plotArea') return value ? this.say(`plotArea.${fields.plotArea}`) : '';
    if (field === 'municipality') return this.municipalities().find(({ ags }) => ags === value)?.name ?? fields.municipality;
    if (field === 'dependsOn') return this.titles(fields.dependsOn);
    return String(value);
  }

  private titles(ids: readonly string[]): string {
    const chosen = this.possible().filter(({ id }) => ids.includes(id));
    return chosen.map(({ title, type }) => title ?? this.say(`type.${type}`)).join(', ');
  }

  private say(key: string): string {
    return this.transloco.translate<string>(`permit.${key}`, {}, this.language());
  }
}
