import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EstablishmentDto } from '@lotse/companies/contract';
import { Field, Input, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { below } from '../form-pointers';
import { AddressFields, addressDto, addressOf, addressRules, NO_ADDRESS } from './address-fields';

/** Adds an establishment to a company, or changes one. */
@Component({
  selector: 'lotse-establishment-form',
  imports: [AddressFields, Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'company'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
      <lotse-address-fields [of]="form.address" />
      <div class="lotse-form">
        <lotse-field [of]="form.name" [label]="t('establishmentName')" [hint]="t('establishmentNameHint')">
          <input lotseInput autocomplete="off" [formField]="form.name" />
        </lotse-field>
        @if (!establishment()?.isMain) {
          <label class="full lotse-check"><input type="checkbox" [formField]="form.isMain" />{{ t('makeSeat') }}</label>
        }
      </div>
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('save') }}</button>
        <button matButton type="button" (click)="leave.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class EstablishmentForm {
  private readonly client = inject(CompaniesClient);
  readonly companyId = input.required<string>();
  /** The one to change; without it a new one is added. */
  readonly establishment = input<EstablishmentDto>();
  readonly done = output();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  private readonly place = linkedSignal(() => {
    const establishment = this.establishment();
    return {
      address: establishment ? addressOf(establishment) : NO_ADDRESS,
      name: establishment?.name ?? '',
      isMain: establishment?.isMain ?? false,
    };
  });
  protected readonly form = form(this.place, (path) => {
    addressRules(path.address, () => true);
    maxLength(path.name, 120);
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { address, name, isMain } = this.place();
    const input = { ...addressDto(address), name: name.trim() || null, ...(isMain && { isMain }) };
    const stored = this.establishment();
    const sent = await submitTo(this.form, () =>
      (stored ? this.client.changeEstablishment(stored, input) : this.client.addEstablishment(this.companyId(), input)).pipe(
        below('address', ['name', 'isMain']),
      ),
    );
    if (sent.done) this.done.emit();
    else this.error.set(sent.error);
  }
}
