import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { DOCUMENT_EVENTS, type ProcedureDto } from '@lotse/permits/contract';
import { aDay, dayOf, Field, Input, ProblemMessage, submitTo, When } from '@lotse/shared/ui';
import { PermitsClient } from '../permits-client';
import { eventInput, hasReason, NO_EVENT } from './event-fields';
import { linesOf } from './procedure-fields';

/** One line for several documents at once: what happened to the ticked ones, and when. */
@Component({
  selector: 'lotse-ledger-form',
  imports: [Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective, When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="lotse-form" novalidate *transloco="let t; prefix: 'permit'" (submit)="$event.preventDefault(); save()">
      <lotse-field class="full" [sayOptional]="false" [of]="form.kind" [label]="t('ledger.what', { n: chosen().length })">
        <select lotseInput [formField]="form.kind">
          @for (kind of kinds; track kind) {
            <option [value]="kind">{{ t('kind.' + kind) }}</option>
          }
        </select>
      </lotse-field>
      <lotse-when class="full" past [of]="form.on" [label]="t('event.on')" />
      @if (hasReason()) {
        <lotse-field class="full" [of]="form.reason" [label]="t('event.reason')">
          <input lotseInput autocomplete="off" [formField]="form.reason" />
        </lotse-field>
      }
      <lotse-field class="full" [of]="form.items" [label]="t('ledger.others')" [hint]="t('form.perLine')">
        <textarea lotseInput rows="2" [formField]="form.items"></textarea>
      </lotse-field>
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('ledger.save') }}</button>
      </div>
    </form>
  `,
})
export class LedgerForm {
  private readonly client = inject(PermitsClient);
  readonly procedure = input.required<ProcedureDto>();
  /** Names of the ticked documents. */
  readonly chosen = input.required<readonly string[]>();
  readonly done = output<ProcedureDto>();

  protected readonly kinds = DOCUMENT_EVENTS;
  protected readonly error = signal<unknown>(undefined);
  protected readonly fields = signal({ ...NO_EVENT, kind: 'DOCUMENTS_REQUESTED', on: dayOf(new Date()) });
  protected readonly hasReason = computed(() => hasReason(this.fields().kind));
  private readonly names = computed(() => [...new Set([...this.chosen(), ...linesOf(this.fields().items)])]);
  protected readonly form = form(this.fields, (path) => {
    required(path.on);
    aDay(path.on);
    required(path.reason, { when: ({ valueOf }) => valueOf(path.kind) === 'DOCUMENTS_REJECTED' });
    validate(path.items, () => (this.names().length ? undefined : { kind: 'noDocument' }));
    maxLength(path.reason, 500);
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const input = { ...eventInput(this.fields()), items: this.names() };
    const sent = await submitTo(this.form, () => this.client.addEvent(this.procedure().id, input));
    if (!sent.done) return this.error.set(sent.error);
    this.form().reset({ ...NO_EVENT, kind: this.fields().kind, on: this.fields().on });
    this.done.emit(sent.result);
  }
}
