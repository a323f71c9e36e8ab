import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemMessage, submitTo } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { AddressFields, addressDto, addressRules, NO_ADDRESS } from './address-fields';

/** Adds an establishment to a company. */
@Component({
  selector: 'lotse-establishment-form',
  imports: [AddressFields, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'company'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
      <lotse-address-fields [of]="form" />
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
  readonly done = output();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  private readonly address = signal(NO_ADDRESS);
  protected readonly form = form(this.address, (path) => addressRules(path, () => true));

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const sent = await submitTo(this.form, () => this.client.addEstablishment(this.companyId(), addressDto(this.address())));
    if (sent.done) this.done.emit();
    else this.error.set(sent.error);
  }
}
