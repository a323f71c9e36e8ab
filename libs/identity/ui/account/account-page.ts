import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, minLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PASSWORD_LENGTH } from '@lotse/identity/contract';
import { CurrentSession, Field, Icon, Input, Notice, PageHead, ProblemMessage, submitTo, Toasts } from '@lotse/shared/ui';
import { ACCOUNT_PARTS } from './account-parts';
import { Viewings } from './viewings';
import { PeopleClient } from '../people-client';

const NOTHING = { currentPassword: '', newPassword: '', again: '' };

/** The own account: who one is, and the password. */
@Component({
  selector: 'lotse-account-page',
  imports: [
    Field,
    FormField,
    Icon,
    Input,
    MatButtonModule,
    NgComponentOutlet,
    Notice,
    PageHead,
    ProblemMessage,
    RouterLink,
    TranslocoDirective,
    Viewings,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-page.html',
})
export class AccountPage {
  private readonly client = inject(PeopleClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  protected readonly session = inject(CurrentSession);
  protected readonly parts = inject(ACCOUNT_PARTS, { optional: true }) ?? [];
  protected readonly roles = computed(() => this.session.organisation()?.roles ?? []);
  protected readonly mayBeAway = computed(() => this.session.may('absence.write'));
  protected readonly minimum = PASSWORD_LENGTH.min;

  protected readonly error = signal<unknown>(undefined);
  protected readonly words = signal(NOTHING);
  protected readonly form = form(this.words, (path) => {
    required(path.currentPassword);
    required(path.newPassword);
    minLength(path.newPassword, PASSWORD_LENGTH.min);
    required(path.again);
    validate(path.again, ({ value, valueOf }) => (value() && value() !== valueOf(path.newPassword) ? { kind: 'notEqual' } : undefined));
  });

  protected async change(): Promise<void> {
    this.error.set(undefined);
    const { currentPassword, newPassword } = this.words();
    const sent = await submitTo(this.form, () => this.client.changePassword({ currentPassword, newPassword }));
    if (!sent.done) return this.error.set(sent.error);
    this.form().reset(NOTHING);
    this.toasts.show(this.texts.translate('identity.account.changed'));
  }
}
