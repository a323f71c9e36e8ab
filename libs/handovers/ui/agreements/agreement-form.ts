import { ChangeDetectionStrategy, Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AGREEMENT_FORMS, AGREEMENT_KINDS, type AgreementForm as Form, type AgreementKind } from '@lotse/handovers/contract';
import { aDay, dayOf, Field, Input, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { Receivers } from '../offer-dialog/receivers';
import { AgreementsClient } from './agreements-client';

/** Who agreed, when, how, to what and for whom; a spoken word is enough. */
@Component({
  selector: 'lotse-agreement-form',
  imports: [Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agreement-form.html',
})
export class AgreementForm implements OnInit {
  private readonly client = inject(AgreementsClient);
  private readonly texts = inject(TranslocoService);
  protected readonly receivers = inject(Receivers).byRegion();
  protected readonly kinds = AGREEMENT_KINDS;
  protected readonly forms = AGREEMENT_FORMS;

  readonly caseId = input.required<string>();
  /** The contact person of the case: who most often speaks for the company. */
  readonly contact = input<{ id: string; name: string }>();
  readonly sent = output();
  readonly left = output();

  protected readonly error = signal<unknown>(undefined);
  protected readonly entry = signal({
    kind: 'COMPANY' as AgreementKind,
    purpose: '',
    recipientId: '',
    givenBy: '',
    givenOn: dayOf(new Date()),
    form: 'ORAL' as Form,
    evidence: '',
  });
  protected readonly form = form(this.entry, (path) => {
    required(path.purpose);
    maxLength(path.purpose, 500);
    required(path.givenBy);
    maxLength(path.givenBy, 200);
    required(path.givenOn);
    aDay(path.givenOn);
    maxLength(path.evidence, 1000);
  });

  ngOnInit(): void {
    this.entry.update((entry) => ({
      ...entry,
      purpose: this.texts.translate<string>('handover.agreement.purposeDefault'),
      givenBy: this.contact()?.name ?? '',
    }));
  }

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { kind, purpose, recipientId, givenBy, givenOn, form: way, evidence } = this.entry();
    const sent = await submitTo(this.form, () =>
      this.client.record(this.caseId(), {
        kind,
        purpose,
        givenBy,
        givenOn,
        form: way,
        ...(recipientId && { recipientIds: [recipientId] }),
        ...(evidence.trim() && { evidence }),
        ...(kind === 'PERSON' && { contactPersonId: this.contact()?.id }),
      }),
    );
    if (sent.done) this.sent.emit();
    else this.error.set(sent.error);
  }
}
