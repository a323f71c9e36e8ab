import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { INTERACTION_KINDS, type InteractionKind } from '@lotse/companies/contract';
import {
  aDay,
  DraftNote,
  Field,
  Icon,
  Input,
  keepDraft,
  type LogSubject,
  ProblemMessage,
  ProblemText,
  submitTo,
  Toasts,
  When,
} from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyPicker, type PickedCompany } from '../company-picker/company-picker';
import { GiveAccess } from '../mention/give-access';
import { MentionList } from '../mention/mention-list';

const NOTHING = { kind: 'CALL' as InteractionKind, text: '', caseId: '', next: '', nextOn: '', agreed: false, agreedBy: '' };
type QuickLogDraft = typeof NOTHING & { company?: PickedCompany };

/** A call logged in ten seconds: company, kind, note; Ctrl+Enter saves. */
@Component({
  selector: 'lotse-quick-log-dialog',
  imports: [
    CompanyPicker,
    DraftNote,
    Field,
    FormField,
    Icon,
    Input,
    MatButtonModule,
    MatDialogModule,
    MentionList,
    ProblemMessage,
    RouterLink,
    TranslocoDirective,
    When,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './quick-log-dialog.html',
  styleUrl: './quick-log-dialog.scss',
})
export class QuickLogDialog {
  private readonly client = inject(CompaniesClient);
  private readonly dialog = inject<MatDialogRef<QuickLogDialog>>(MatDialogRef);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  private readonly problems = inject(ProblemText);
  private readonly access = inject(GiveAccess);

  protected readonly kinds = INTERACTION_KINDS;
  private readonly given = inject<LogSubject | null>(MAT_DIALOG_DATA, { optional: true });
  protected readonly company = signal<PickedCompany | undefined>(this.given ?? undefined);
  protected readonly wanted = signal('');
  protected readonly tried = signal(false);
  private readonly picker = viewChild(CompanyPicker);
  private readonly mentions = viewChild(MentionList);
  protected readonly error = signal<unknown>(undefined);
  protected readonly entry = signal(NOTHING);
  /** A next step is entered for a case, with its day. */
  private readonly withNext = computed(() => this.entry().caseId !== '' && this.entry().next.trim() !== '');
  /** The company agreed to share the case. */
  private readonly withAgreement = computed(() => this.entry().caseId !== '' && this.entry().agreed);
  protected readonly form = form(this.entry, (path) => {
    required(path.text);
    maxLength(path.next, 300);
    required(path.nextOn, { when: () => this.withNext() });
    aDay(path.nextOn);
    required(path.agreedBy, { when: () => this.withAgreement() });
    maxLength(path.agreedBy, 200);
  });

  private readonly cases = this.client.openCases(() => this.company()?.id);
  protected readonly openCases = computed(() => (this.company() && this.cases.hasValue() ? this.cases.value().items : []));

  /** The case of the page behind, once it is among the choices. */
  private readonly givenCase = computed(() => this.openCases().find(({ id }) => id === this.given?.caseId)?.id);

  /** Who the case is spoken about with agrees to share it, unless another name is written. */
  private readonly speaker = computed(() =>
    this.withAgreement() && this.entry().caseId === this.given?.caseId ? this.given?.contactName : undefined,
  );

  /** One draft wherever the dialog is opened; opened for a company, that company stays. */
  protected readonly draft = keepDraft<QuickLogDraft>({
    key: () => 'log',
    typed: () => (this.entry().text.trim() ? { ...this.entry(), company: this.company() } : undefined),
    restore: ({ company, ...entry }) => {
      const same = !this.given || this.given.id === company?.id;
      this.company.set(this.given ?? company);
      this.entry.set({ ...NOTHING, ...entry, caseId: same ? entry.caseId : '' });
    },
    clear: () => this.entry.set(NOTHING),
  });

  constructor() {
    effect(() => {
      const caseId = this.givenCase();
      if (caseId && !untracked(this.entry).caseId) this.entry.update((entry) => ({ ...entry, caseId }));
    });
    effect(() => {
      const name = this.speaker();
      const { agreedBy } = untracked(this.entry);
      if (name && !agreedBy) this.agreedBy(name);
      if (!name && agreedBy && agreedBy === this.given?.contactName) this.agreedBy('');
    });
  }

  private agreedBy(name: string): void {
    this.entry.update((entry) => ({ ...entry, agreedBy: name }));
  }

  protected write(text: string): void {
    this.entry.update((entry) => ({ ...entry, text }));
  }

  protected pick(company: PickedCompany | undefined): void {
    this.company.set(company);
    this.entry.update((entry) => ({ ...entry, caseId: '' }));
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    this.error.set(undefined);
    const company = this.company();
    if (!company) {
      this.form().markAsTouched();
      this.picker()?.focus();
      return;
    }
    const { kind, text, caseId } = this.entry();
    const mentions = caseId ? (this.mentions()?.named(text) ?? []) : [];
    const sent = await submitTo(this.form, () =>
      this.client.log(company.id, { kind, text: text.trim(), ...(caseId && { caseId }), ...(mentions.length && { mentions }) }),
    );
    if (!sent.done) return this.error.set(sent.error);
    if (this.withNext()) this.planNext();
    if (this.withAgreement()) this.recordAgreement();
    this.toasts.show(this.texts.translate('company.quickLog.saved', { company: company.name }));
    this.draft.sent();
    this.dialog.close(sent.result);
    if (caseId) this.access.offer(caseId, sent.result.withoutAccess);
  }

  private recordAgreement(): void {
    const { caseId, agreedBy } = this.entry();
    const purpose = this.texts.translate<string>('company.quickLog.agreedPurpose');
    this.client.agree(caseId, { purpose, givenBy: agreedBy.trim() }).subscribe({
      error: (error: unknown) => this.toasts.show(this.problems.of(error), { tone: 'danger' }),
    });
  }

  /** The step comes after the note: should it fail, the note is kept all the same, and the person is told. */
  private planNext(): void {
    const { caseId, next, nextOn } = this.entry();
    this.client.planStep(caseId, { title: next.trim(), dueOn: nextOn }).subscribe({
      error: (error: unknown) => this.toasts.show(this.problems.of(error), { tone: 'danger' }),
    });
  }
}
