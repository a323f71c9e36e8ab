import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateEstablishmentDto, EstablishmentDto, UpdateEstablishmentDto } from '@lotse/companies/contract';
import { EntryForm, Field, Input, MergingForm, submitTo } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyWords } from '../company-words';
import { below } from '../form-pointers';
import { AddressFields, type AddressInput, addressDto, addressOf, addressRules, addressText, NO_ADDRESS } from './address-fields';

/** An establishment as the form holds it. Its address is one thing: half of one and half of another would be a place nobody meant. */
interface PlaceInput {
  address: AddressInput;
  name: string;
  isMain: boolean;
}

const placeOf = (establishment: EstablishmentDto): PlaceInput => ({
  address: addressOf(establishment),
  name: establishment.name ?? '',
  isMain: establishment.isMain,
});

const placeDto = ({ address, name, isMain }: PlaceInput): CreateEstablishmentDto => ({
  ...addressDto(address),
  name: name.trim() || null,
  ...(isMain && { isMain }),
});

const placeChanges = ({ address, name, isMain }: PlaceInput, changed: readonly (keyof PlaceInput)[]): UpdateEstablishmentDto => ({
  ...(changed.includes('address') && addressDto(address)),
  ...(changed.includes('name') && { name: name.trim() || null }),
  ...(changed.includes('isMain') && { isMain }),
});

/** Adds an establishment to a company, or changes one. */
@Component({
  selector: 'lotse-establishment-form',
  imports: [AddressFields, EntryForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-entry-form [merging]="merging" [busy]="form().submitting()" [error]="error()" (save)="save()" (leave)="leave.emit()">
      <lotse-address-fields [of]="form.address" />
      <div *transloco="let t; prefix: 'company'" class="lotse-form">
        <lotse-field [of]="form.name" [label]="t('establishmentName')" [hint]="t('establishmentNameHint')">
          <input lotseInput autocomplete="off" [formField]="form.name" />
        </lotse-field>
        @if (!establishment()?.isMain) {
          <label class="full lotse-check"><input type="checkbox" [formField]="form.isMain" />{{ t('makeSeat') }}</label>
        }
      </div>
    </lotse-entry-form>
  `,
})
export class EstablishmentForm {
  private readonly client = inject(CompaniesClient);
  private readonly words = inject(CompanyWords);
  readonly companyId = input.required<string>();
  /** The one to change; without it a new one is added. */
  readonly establishment = input<EstablishmentDto>();
  /** Saved; `merged` when changes of somebody else came along. */
  readonly done = output<{ merged: boolean }>();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  private readonly place = linkedSignal<PlaceInput>(() => {
    const establishment = this.establishment();
    return establishment ? placeOf(establishment) : { address: NO_ADDRESS, name: '', isMain: false };
  });
  protected readonly form = form(this.place, (path) => {
    addressRules(path.address, () => true);
    maxLength(path.name, 120);
  });
  protected readonly merging = new MergingForm<EstablishmentDto, PlaceInput>({
    of: placeOf,
    typed: this.place,
    fill: (place) => this.place.set(place),
    label: (field) => this.words.of({ address: 'new.address', name: 'establishmentName', isMain: 'seat' }[field]),
    text: (field, place) => (field === 'address' ? addressText(place.address) : this.words.value(place[field])),
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const stored = this.establishment();
    const inForm = below<EstablishmentDto>('address', ['name', 'isMain']);
    const sent = stored
      ? await this.merging.save(this.form, stored, (seen, changed) =>
          this.client.changeEstablishment(seen, placeChanges(this.place(), changed)).pipe(inForm),
        )
      : await submitTo(this.form, () => this.client.addEstablishment(this.companyId(), placeDto(this.place())).pipe(inForm));
    if (sent.done) this.done.emit(this.merging);
    else this.error.set(sent.error);
  }
}
