import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { applyEach, form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DuplicateQueryDto } from '@lotse/companies/contract';
import { DraftNote, Field, Input, keepDraft, PageHead, ProblemMessage, submitTo, Toasts } from '@lotse/shared/ui';
import { debounceTime } from 'rxjs';
import { CompaniesClient } from '../companies-client';
import { ContactFields, contactDto, contactRules, hasContact, NO_CONTACT } from '../contact/contact-fields';
import { AddressFields, addressDto, addressRules, hasAddress, NO_ADDRESS } from '../establishment/address-fields';
import { CompanyFactsForm, inputOf, NO_FACTS } from './company-facts';
import { below } from '../form-pointers';
import { DuplicateHint } from './duplicate-hint';

/** Enters a company with its first address and contact person in one go. */
@Component({
  selector: 'lotse-new-company-page',
  imports: [
    AddressFields,
    CompanyFactsForm,
    ContactFields,
    DraftNote,
    DuplicateHint,
    Field,
    FormField,
    Input,
    MatButtonModule,
    PageHead,
    ProblemMessage,
    RouterLink,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './new-company-page.html',
  styleUrl: './new-company-page.scss',
})
export class NewCompanyPage {
  private readonly client = inject(CompaniesClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  /** From the quick log: what was typed there. */
  readonly name = input('');

  protected readonly error = signal<unknown>(undefined);
  private readonly empty = () => ({
    facts: { ...NO_FACTS, name: this.name() ?? '' },
    establishments: [NO_ADDRESS],
    contacts: [NO_CONTACT],
    confidential: false,
    projectName: '',
  });
  protected readonly company = linkedSignal(this.empty);
  protected readonly draft = keepDraft<ReturnType<typeof this.empty>>({
    key: () => 'company:new',
    typed: () => (JSON.stringify(this.company()) === JSON.stringify(this.empty()) ? undefined : this.company()),
    restore: (company) => this.company.set({ ...this.empty(), ...company }),
    clear: () => this.company.set(this.empty()),
  });
  protected readonly form = form(this.company, (path) => {
    required(path.facts.name);
    applyEach(path.establishments, (address) => addressRules(address, () => hasAddress(this.address())));
    applyEach(path.contacts, (contact) => contactRules(contact, () => hasContact(this.contact())));
  });
  private readonly address = computed(() => this.company().establishments[0] ?? NO_ADDRESS);
  private readonly contact = computed(() => this.company().contacts[0] ?? NO_CONTACT);

  private readonly traitsNow = computed(() => ({
    name: this.company().facts.name.trim(),
    phone: this.contact().phone.trim(),
    email: this.contact().email.trim(),
    postalCode: /^\d{5}$/.test(this.address().postalCode) ? this.address().postalCode : '',
    street: this.address().street.trim(),
    houseNumber: this.address().houseNumber.trim(),
  }));
  protected readonly traits = toSignal<Partial<DuplicateQueryDto>>(toObservable(this.traitsNow).pipe(debounceTime(300)));

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { facts, confidential, projectName } = this.company();
    const sent = await submitTo(this.form, () =>
      this.client
        .create({
          ...inputOf(facts),
          ...(confidential && { confidential, projectName: projectName.trim() || null }),
          ...(hasAddress(this.address()) && { establishments: [addressDto(this.address())] }),
          ...(hasContact(this.contact()) && { contacts: [contactDto(this.contact())] }),
        })
        .pipe(below('facts', ['establishments', 'contacts', 'confidential', 'projectName'])),
    );
    if (!sent.done) return this.error.set(sent.error);
    this.draft.sent();
    this.toasts.show(this.texts.translate('company.created', { name: sent.result.name }));
    void this.router.navigate(['/unternehmen', sent.result.id]);
  }
}
