import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { ContactPersonDto } from '@lotse/companies/contract';
import { EntryForm, MergingForm, submitTo } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyWords } from '../company-words';
import { ContactFields, type ContactInput, contactChanges, contactDto, contactOf, contactRules, NO_CONTACT } from './contact-fields';

/** Enters a contact person, or changes one. */
@Component({
  selector: 'lotse-contact-form',
  imports: [ContactFields, EntryForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-entry-form [merging]="merging" [busy]="form().submitting()" [error]="error()" (save)="save()" (leave)="leave.emit()">
      <lotse-contact-fields [of]="form" [known]="contact() !== undefined" />
    </lotse-entry-form>
  `,
})
export class ContactForm {
  private readonly client = inject(CompaniesClient);
  private readonly words = inject(CompanyWords);
  readonly companyId = input.required<string>();
  readonly contact = input<ContactPersonDto>();
  /** Saved; `merged` when changes of somebody else came along. */
  readonly done = output<{ merged: boolean }>();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  private readonly person = linkedSignal(() => {
    const contact = this.contact();
    return contact ? contactOf(contact) : NO_CONTACT;
  });
  protected readonly form = form(this.person, (path) => contactRules(path, () => true));
  protected readonly merging = new MergingForm<ContactPersonDto, ContactInput>({
    of: contactOf,
    typed: this.person,
    fill: (person) => this.person.set(person),
    label: (field) => this.words.of(`contact.${field}`),
    text: (field, person) => (field === 'language' ? { de: 'Deutsch', en: 'English' }[person.language] : this.words.value(person[field])),
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const contact = this.contact();
    const sent = contact
      ? await this.merging.save(this.form, contact, (seen, changed) =>
          this.client.changeContact(seen, contactChanges(this.person(), changed)),
        )
      : await submitTo(this.form, () => this.client.addContact(this.companyId(), contactDto(this.person())));
    if (sent.done) this.done.emit(this.merging);
    else this.error.set(sent.error);
  }
}
