import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { email, type FieldTree, FormField, type SchemaPathTree, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactPersonDto, CreateContactPersonDto, UpdateContactPersonDto } from '@lotse/companies/contract';
import { Field, Input } from '@lotse/shared/ui';

/** A contact person as the form holds it. */
export interface ContactInput {
  firstName: string;
  lastName: string;
  position: string;
  email: string;
  phone: string;
  language: 'de' | 'en';
  surveyNotice: boolean;
  surveyObjected: boolean;
}

export const NO_CONTACT: ContactInput = {
  firstName: '',
  lastName: '',
  position: '',
  email: '',
  phone: '',
  language: 'de',
  surveyNotice: true,
  surveyObjected: false,
};

export const hasContact = (contact: ContactInput): boolean =>
  Boolean(contact.firstName || contact.lastName || contact.email || contact.phone);

export const contactOf = (contact: ContactPersonDto): ContactInput => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  position: contact.position ?? '',
  email: contact.email ?? '',
  phone: contact.phone ?? '',
  language: contact.language,
  surveyNotice: contact.surveyNoticeOn !== null,
  surveyObjected: contact.surveyObjectedOn !== null,
});

export function contactRules(path: SchemaPathTree<ContactInput>, when: () => boolean): void {
  required(path.firstName, { when });
  required(path.lastName, { when });
  email(path.email);
}

export const contactDto = (contact: ContactInput): Required<CreateContactPersonDto> => ({
  firstName: contact.firstName.trim(),
  lastName: contact.lastName.trim(),
  position: contact.position.trim() || null,
  email: contact.email.trim() || null,
  phone: contact.phone.trim() || null,
  language: contact.language,
  surveyNotice: contact.surveyNotice,
});

/** Only the fields that were changed. */
export function contactChanges(contact: ContactInput, changed: readonly (keyof ContactInput)[]): UpdateContactPersonDto {
  const all: Required<UpdateContactPersonDto> = { ...contactDto(contact), surveyObjected: contact.surveyObjected };
  return Object.fromEntries(changed.map((field) => [field, all[field]]));
}

/** Name, position and ways to reach somebody. */
@Component({
  selector: 'lotse-contact-fields',
  imports: [Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contact-fields.html',
  styles: `
    .notice {
      display: flex;
      gap: 0.75rem;
      align-items: start;
    }
    .notice input {
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      margin: 0.125rem 0 0;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class ContactFields {
  readonly of = input.required<FieldTree<ContactInput>>();
  /** An objection is recorded for people that are known already. */
  readonly known = input(false);
}
