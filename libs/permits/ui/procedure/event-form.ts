import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { DECISION_OUTCOMES, DEFERRAL_GROUNDS, type PermitEventDto, type ProcedureDto } from '@lotse/permits/contract';
import { aDay, dayOf, Field, Input, Notice, ProblemMessage, submitTo, When } from '@lotse/shared/ui';
import { PermitsClient } from '../permits-client';
import { EVENT_GROUPS, type EventFields, eventFieldsOf, eventInput, hasAgency, hasItems, hasReason, NO_EVENT } from './event-fields';

/** What was recorded and is to be put right: by another event in its place, or by nothing. */
export interface Correction {
  event: PermitEventDto;
  retract: boolean;
}

/** Records what happened, on the day it happened; or corrects what was recorded, with the reason. */
@Component({
  selector: 'lotse-event-form',
  imports: [Field, FormField, Input, MatButtonModule, Notice, ProblemMessage, TranslocoDirective, When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './event-form.html',
})
export class EventForm {
  private readonly client = inject(PermitsClient);
  readonly procedure = input.required<ProcedureDto>();
  readonly correction = input<Correction>();
  readonly done = output<ProcedureDto>();
  readonly leave = output();

  protected readonly groups = Object.entries(EVENT_GROUPS).map(([name, kinds]) => ({ name, kinds }));
  protected readonly outcomes = DECISION_OUTCOMES;
  protected readonly grounds = DEFERRAL_GROUNDS;
  protected readonly error = signal<unknown>(undefined);
  protected readonly retracts = computed(() => this.correction()?.retract ?? false);
  protected readonly fields = linkedSignal<EventFields>(() => {
    const correction = this.correction();
    if (!correction) return NO_EVENT;
    // Taking back happens today; what is put in its place happened on its own day.
    return correction.retract ? { ...NO_EVENT, kind: 'RETRACTED', on: dayOf(new Date()) } : eventFieldsOf(correction.event);
  });
  protected readonly kind = computed(() => this.fields().kind);
  protected readonly hasItems = computed(() => hasItems(this.kind()));
  protected readonly hasReason = computed(() => hasReason(this.kind()));
  protected readonly hasAgency = computed(() => hasAgency(this.kind()));
  /** A day that is over moves every count that rests on it. */
  protected readonly isBackDated = computed(() => !this.retracts() && this.fields().on !== '' && this.fields().on < dayOf(new Date()));
  protected readonly form = form(this.fields, (path) => {
    required(path.kind);
    required(path.on);
    aDay(path.on);
    aDay(path.completeSince);
    aDay(path.until);
    required(path.items, { when: ({ valueOf }) => hasItems(valueOf(path.kind)) });
    required(path.reason, { when: ({ valueOf }) => valueOf(path.kind) === 'DOCUMENTS_REJECTED' });
    required(path.note, { when: () => this.correction() !== undefined });
    maxLength(path.reason, 500);
    maxLength(path.agency, 200);
    maxLength(path.note, 2000);
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const input = eventInput(this.fields(), this.correction()?.event.id);
    const sent = await submitTo(this.form, () => this.client.addEvent(this.procedure().id, input));
    if (sent.done) this.done.emit(sent.result);
    else this.error.set(sent.error);
  }
}
