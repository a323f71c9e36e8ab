import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PASSWORD_LENGTH } from '@lotse/identity/contract';
import { Field, Input, Notice, PageHead, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { PeopleClient } from '../people-client';

/** Where a one-time link leads: who invites, and the password to come in with. Opening it changes nothing. */
@Component({
  selector: 'lotse-invitation-page',
  imports: [Field, FormField, Input, MatButtonModule, Notice, PageHead, ProblemMessage, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invitation-page.html',
  styles: `
    :host {
      display: block;
      max-inline-size: 32rem;
      margin: 10vh auto;
      padding: 0 1rem;
    }
  `,
})
export class InvitationPage {
  private readonly client = inject(PeopleClient);
  /** From the address. */
  readonly token = input.required<string>();

  private readonly found = this.client.offer(() => this.token());
  protected readonly offer = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  protected readonly gone = computed(() => this.found.status() === 'error');
  protected readonly accepted = signal(false);
  protected readonly error = signal<unknown>(undefined);
  protected readonly minimum = PASSWORD_LENGTH.min;
  protected readonly words = linkedSignal(() => ({ name: this.offer()?.name ?? '', password: '' }));
  protected readonly form = form(this.words, (path) => {
    required(path.name);
    required(path.password);
    minLength(path.password, () => (this.offer()?.hasAccount ? 1 : PASSWORD_LENGTH.min));
  });

  protected async accept(): Promise<void> {
    this.error.set(undefined);
    const { name, password } = this.words();
    const sent = await submitTo(this.form, () => this.client.accept(this.token(), { password, name: name.trim() }));
    this.accepted.set(sent.done);
    if (!sent.done) this.error.set(sent.error);
  }
}
