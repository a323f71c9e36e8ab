import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AGREEMENT_FORMS, type AgreementForm, type OfferHandoverDto } from '@lotse/handovers/contract';
import { aDay, dayOf, Field, formatDate, Input, keepLast, Languages, ShortDate } from '@lotse/shared/ui';
import { AgreementsClient } from '../agreements/agreements-client';

/** The agreement an offer rests on: a recorded one by its id, or what is recorded with the offer. */
export interface OfferConsent {
  agreementId: string;
  givenBy: string;
  /** ISO date. */
  givenOn: string;
  form: AgreementForm;
}

/** "Einverständnis des Unternehmens": choose what is recorded, or say who agreed and when. */
@Component({
  selector: 'lotse-consent-fields',
  imports: [Field, FormField, Input, MatButtonModule, ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'handover.agreement'">
      @if (valid().length) {
        <lotse-field class="full" [of]="form.agreementId" [label]="t('which')" [sayOptional]="false">
          <select lotseInput [formField]="form.agreementId">
            <option value="">{{ t('new') }}</option>
            @for (item of valid(); track item.id) {
              <option [value]="item.id">
                {{ t('existing', { name: item.givenBy, form: t('form.' + item.form), date: (item.givenOn | shortDate) }) }}
              </option>
            }
          </select>
        </lotse-field>
      }
      @if (!consent().agreementId) {
        <lotse-field [of]="form.givenBy" [label]="t('givenBy')"
          ><input lotseInput autocomplete="off" [formField]="form.givenBy"
        /></lotse-field>
        <lotse-field [of]="form.form" [label]="t('how')" [sayOptional]="false">
          <select lotseInput [formField]="form.form">
            @for (way of forms; track way) {
              <option [value]="way">{{ t('form.' + way) }}</option>
            }
          </select>
        </lotse-field>
        <lotse-field [of]="form.givenOn" [label]="t('givenOn')"><input lotseInput type="date" [formField]="form.givenOn" /></lotse-field>
        <button matButton class="today" type="button" (click)="today()">{{ t('today') }}</button>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 0.75rem 1rem;
    }
    .full {
      grid-column: 1 / -1;
    }
    .today {
      align-self: end;
      justify-self: start;
    }
  `,
})
export class ConsentFields {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  readonly caseId = input.required<string>();
  readonly consent = model.required<OfferConsent>();
  protected readonly forms = AGREEMENT_FORMS;

  private readonly agreements = keepLast(inject(AgreementsClient).ofCase(() => this.caseId()));
  protected readonly valid = computed(
    () => this.agreements()?.items.filter(({ kind, withdrawnOn }) => kind === 'COMPANY' && withdrawnOn === null) ?? [],
  );
  private readonly isNew = () => !this.consent().agreementId;
  protected readonly form = form(this.consent, (path) => {
    required(path.givenBy, { when: this.isNew });
    maxLength(path.givenBy, 200);
    required(path.givenOn, { when: this.isNew });
    aDay(path.givenOn);
  });

  /** Whether it can be sent; shows what is missing otherwise. */
  isComplete(): boolean {
    this.form().markAsTouched();
    return this.form().valid();
  }

  /** What the offer says of it; the words are what the receiver reads. */
  given(): Pick<OfferHandoverDto, 'agreementId' | 'agreement' | 'basisReason'> {
    const { agreementId, ...given } = this.consent();
    const recorded = this.valid().find(({ id }) => id === agreementId);
    const basisReason = this.words(recorded ?? given);
    return recorded ? { agreementId, basisReason } : { agreement: given, basisReason };
  }

  protected today(): void {
    this.consent.update((consent) => ({ ...consent, givenOn: dayOf(new Date()), form: 'ORAL' }));
  }

  private words({ givenBy, form: way, givenOn }: Pick<OfferConsent, 'givenBy' | 'form' | 'givenOn'>): string {
    const say = (key: string, values = {}) => this.texts.translate<string>(`handover.agreement.${key}`, values);
    return say('existing', { name: givenBy, form: say(`form.${way}`), date: formatDate(givenOn, this.language()) });
  }
}
