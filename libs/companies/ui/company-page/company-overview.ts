import { ChangeDetectionStrategy, Component, computed, inject, signal, type WritableSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CompanyDto, ContactPersonDto, DuplicateDto, EstablishmentDto } from '@lotse/companies/contract';
import { Confirm, CurrentSession, Icon, Notice, ProblemMessage, StatusChip, Toasts } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { ContactForm } from '../contact/contact-form';
import { EstablishmentForm } from '../establishment/establishment-form';
import { CompanyInView } from './company-in-view';
import { CompanyTeam } from './company-team';

/** Establishments, contact persons and master data. */
@Component({
  selector: 'lotse-company-overview',
  imports: [
    CompanyTeam,
    ContactForm,
    EstablishmentForm,
    Icon,
    MatButtonModule,
    Notice,
    ProblemMessage,
    RouterLink,
    StatusChip,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-overview.html',
  styleUrl: './company-overview.scss',
})
export class CompanyOverview {
  private readonly client = inject(CompaniesClient);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(CurrentSession);
  protected readonly view = inject(CompanyInView);
  /** The form that is open: for a new entry, or for one to change. One at a time, so that no other entry takes its place. */
  protected readonly placeForm = signal<EstablishmentDto | 'new' | undefined>(undefined);
  protected readonly contactForm = signal<ContactPersonDto | 'new' | undefined>(undefined);
  /** Companies that may be the same as the one just released. */
  protected readonly duplicates = signal<readonly DuplicateDto[]>([]);
  protected readonly error = signal<unknown>(undefined);
  protected readonly mayAddContact = computed(() => this.session.may('company.write'));

  protected isOwn(contact: ContactPersonDto): boolean {
    return this.mayAddContact() && contact.organisationId === this.session.organisation()?.id;
  }

  /** Closes the form that was saved, and only that one. */
  protected saved(form: WritableSignal<unknown>, { merged }: { merged: boolean }): void {
    form.set(undefined);
    this.tell({ merged });
  }

  protected tell({ merged }: { merged: boolean }): void {
    this.toasts.show(this.texts.translate(merged ? 'app.conflict.merged' : 'company.saved'));
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
        error: (error: unknown) => {
          this.error.set(error);
          this.view.reload();
        },
      });
    });
  }
}
