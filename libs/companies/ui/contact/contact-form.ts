import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactPersonDto } from '@lotse/companies/contract';
import { ProblemMessage, submitTo } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { ContactFields, contactDto, contactOf, contactRules, NO_CONTACT } from './contact-fields';

/** Enters a contact person, or changes one. */
@Component({
  selector: 'lotse-contact-form',
  imports: [ContactFields, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'company'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
      <lotse-contact-fields [of]="form" [known]="contact() !== undefined" />
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('save') }}</button>
        <button matButton type="button" (click)="leave.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class ContactForm {
  private readonly client = inject(CompaniesClient);
  readonly companyId = input.required<string>();
  readonly contact = input<ContactPersonDto>();
  readonly done = output();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  private readonly person = linkedSignal(() => {
    const contact = this.contact();
    return contact ? contactOf(contact) : NO_CONTACT;
  });
  protected readonly form = form(this.person, (path) => contactRules(path, () => true));

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const input = contactDto(this.person());
    const contact = this.contact();
    const sent = await submitTo(this.form, () =>
      contact
        ? this.client.changeContact(contact, { ...input, surveyObjected: this.person().surveyObjected })
        : this.client.addContact(this.companyId(), input),
    );
    if (sent.done) this.done.emit();
    else this.error.set(sent.error);
  }
}
