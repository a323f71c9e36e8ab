import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CompanyDto, ContactPersonDto, DuplicateDto, EstablishmentDto } from '@lotse/companies/contract';
import { Confirm, CurrentSession, Icon, Notice, ProblemMessage, StatusChip } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { ContactForm } from '../contact/contact-form';
import { EstablishmentForm } from '../establishment/establishment-form';
import { CompanyInView } from './company-in-view';

/** Establishments, contact persons and master data. */
@Component({
  selector: 'lotse-company-overview',
  imports: [ContactForm, EstablishmentForm, Icon, MatButtonModule, Notice, ProblemMessage, RouterLink, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-overview.html',
  styleUrl: './company-overview.scss',
})
export class CompanyOverview {
  private readonly client = inject(CompaniesClient);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly session = inject(CurrentSession);
  protected readonly view = inject(CompanyInView);
  protected readonly addingPlace = signal(false);
  protected readonly changingPlace = signal<EstablishmentDto | undefined>(undefined);
  /** Companies that may be the same as the one just released. */
  protected readonly duplicates = signal<readonly DuplicateDto[]>([]);
  protected readonly contactForm = signal<ContactPersonDto | 'new' | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);
  protected readonly mayAddContact = computed(() => this.session.may('company.write'));

  protected isOwn(contact: ContactPersonDto): boolean {
    return this.mayAddContact() && contact.organisationId === this.session.organisation()?.id;
  }

  protected changed(): void {
    this.addingPlace.set(false);
    this.changingPlace.set(undefined);
    this.contactForm.set(undefined);
    this.view.reload();
  }

  protected release(company: CompanyDto): void {
    const text = (key: string) => this.texts.translate<string>(`company.release.${key}`);
    this.confirm.ask({ title: text('title'), text: text('text'), confirm: text('confirm') }).subscribe((sure) => {
      if (!sure) return;
      this.client.release(company).subscribe({
        next: ({ duplicates }) => {
          this.duplicates.set(duplicates);
          this.view.reload();
        },
        error: (error: unknown) => this.error.set(error),
      });
    });
  }
}
