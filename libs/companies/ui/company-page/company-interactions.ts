import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { INTERACTION_KINDS, type InteractionKind } from '@lotse/companies/contract';
import {
  CurrentSession,
  DateTime,
  DraftNote,
  Field,
  Icon,
  type IconName,
  Input,
  keepDraft,
  keepLast,
  Paginator,
  ProblemMessage,
  StateBlock,
  submitTo,
  urlFilters,
} from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { CompanyInView } from './company-in-view';

const ICONS: Record<InteractionKind, IconName> = { CALL: 'phone', EMAIL: 'mail', VISIT: 'visit', MEETING: 'meeting', NOTE: 'note' };

/** What was said with the company, newest first, and a line to add more. */
@Component({
  selector: 'lotse-company-interactions',
  imports: [
    DateTime,
    DraftNote,
    Field,
    FormField,
    Icon,
    Input,
    MatButtonModule,
    Paginator,
    ProblemMessage,
    RouterLink,
    StateBlock,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-interactions.html',
  styleUrl: './company-interactions.scss',
})
export class CompanyInteractions {
  private readonly client = inject(CompaniesClient);
  private readonly view = inject(CompanyInView);
  private readonly session = inject(CurrentSession);
  protected readonly kinds = INTERACTION_KINDS;
  protected readonly icons = ICONS;
  protected readonly mayLog = computed(() => this.session.may('interaction.write'));
  protected readonly filters = urlFilters({ page: '1' });
  protected readonly number = computed(() => Number(this.filters.value().page) || 1);
  protected readonly interactions = this.client.interactions(
    () => this.view.company()?.id,
    () => this.number(),
  );
  protected readonly page = keepLast(this.interactions);

  protected readonly error = signal<unknown>(undefined);
  protected readonly entry = signal({ kind: 'CALL' as InteractionKind, text: '' });
  protected readonly form = form(this.entry, (path) => required(path.text));

  protected readonly draft = keepDraft<{ kind: InteractionKind; text: string }>({
    key: () => (this.mayLog() ? this.view.company() && `company:${this.view.company()?.id}:note` : undefined),
    typed: () => (this.entry().text.trim() ? this.entry() : undefined),
    restore: (entry) => this.entry.set(entry),
    clear: () => this.entry.set({ kind: 'CALL', text: '' }),
  });

  constructor() {
    effect(() => {
      if (this.client.logged()) untracked(() => this.interactions.reload());
    });
  }

  protected async log(): Promise<void> {
    const company = this.view.company();
    if (!company) return;
    this.error.set(undefined);
    const { kind, text } = this.entry();
    const sent = await submitTo(this.form, () => this.client.log(company.id, { kind, text: text.trim() }));
    if (!sent.done) return this.error.set(sent.error);
    this.form().reset({ kind, text: '' });
    this.draft.sent();
    this.view.reload();
  }
}
