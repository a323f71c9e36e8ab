import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField, pattern, type SchemaPathTree, required, validate } from '@angular/forms/signals';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateEstablishmentDto, EstablishmentDto } from '@lotse/companies/contract';
import { Field, type FieldLook, Input, keepLast, Notice } from '@lotse/shared/ui';
import { debounceTime } from 'rxjs';
import { CompaniesClient } from '../companies-client';

/** An address as the form holds it. */
export interface AddressInput {
  street: string;
  houseNumber: string;
  postalCode: string;
  place: string;
  /** What a person chose where the postal code does not decide; `OUTSIDE` for none of the region. */
  ags: string;
  municipalityReason: string;
}

export const NO_ADDRESS: AddressInput = { street: '', houseNumber: '', postalCode: '', place: '', ags: '', municipalityReason: '' };

export const addressOf = (establishment: EstablishmentDto): AddressInput => ({
  street: establishment.street,
  houseNumber: establishment.houseNumber,
  postalCode: establishment.postalCode,
  place: establishment.place,
  ags: establishment.municipalityReason ? (establishment.ags ?? 'OUTSIDE') : '',
  municipalityReason: establishment.municipalityReason ?? '',
});

export const hasAddress = (address: AddressInput): boolean => Boolean(address.street || address.postalCode || address.place);

export function addressRules(path: SchemaPathTree<AddressInput>, when: () => boolean): void {
  required(path.street, { when });
  required(path.houseNumber, { when });
  required(path.postalCode, { when });
  required(path.place, { when });
  pattern(path.postalCode, /^\d{5}$/);
  validate(path.municipalityReason, ({ value, valueOf }) =>
    valueOf(path.ags) && value().trim().length < 3 ? { kind: 'required' } : undefined,
  );
}

export const addressDto = (address: AddressInput): CreateEstablishmentDto => ({
  street: address.street.trim(),
  houseNumber: address.houseNumber.trim(),
  postalCode: address.postalCode.trim(),
  place: address.place.trim(),
  ...(address.ags && { ags: address.ags, municipalityReason: address.municipalityReason.trim() }),
});

/** In one line, with the reason where a person chose the municipality. */
export const addressText = ({ street, houseNumber, postalCode, place, ags, municipalityReason }: AddressInput): string =>
  `${street} ${houseNumber}, ${postalCode} ${place}${ags ? ` (${municipalityReason})` : ''}`;

/** Address of an establishment; where the postal code does not tell the municipality, the person chooses and says why. */
@Component({
  selector: 'lotse-address-fields',
  imports: [Field, FormField, Input, Notice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './address-fields.html',
})
export class AddressFields {
  readonly of = input.required<FieldTree<AddressInput>>();

  private readonly address = computed(() => this.of()().value());
  /** The address once typing has rested; the name of the place matters too. */
  private readonly rested = toSignal(toObservable(this.address).pipe(debounceTime(200)));
  private readonly suggestions = inject(CompaniesClient).municipalities(() => {
    const { postalCode, place } = this.rested() ?? NO_ADDRESS;
    return /^\d{5}$/.test(postalCode.trim()) ? { postalCode: postalCode.trim(), place: place.trim() } : undefined;
  });
  protected readonly found = keepLast(this.suggestions);
  protected readonly complete = computed(() => /^\d{5}$/.test(this.address().postalCode.trim()));
  protected readonly certain = computed(() => (this.found()?.finding === 'CERTAIN' ? this.found()?.items[0]?.name : undefined));
  protected readonly chosen = computed(() => Boolean(this.address().ags));

  /** Beside the postal code stands what is wrong with it, and what the server finds wrong with the address it belongs to. */
  private readonly codeLook: FieldLook = {
    errors: computed(() => [...this.of().postalCode().errors(), ...this.of()().errors()]),
    touched: computed(() => this.of().postalCode().touched()),
    required: computed(() => this.of().postalCode().required()),
  };
  protected readonly postalCode = (): FieldLook => this.codeLook;

  /** A choice was made for one postal code and does not hold for another, where it may not even be seen. */
  protected chooseAgain(): void {
    this.of().ags().value.set('');
    this.of().municipalityReason().value.set('');
  }
}
