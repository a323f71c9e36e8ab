import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InvitationDto } from '@lotse/identity/contract';
import { Field, Input, Notice, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { PeopleClient } from '../people-client';
import { NO_ROLES, RoleChoice, rolesOf } from './role-choice';

/** Name, address and roles of somebody new; the rest happens by a one-time link. */
@Component({
  selector: 'lotse-invite-form',
  imports: [Field, FormField, Input, MatButtonModule, Notice, ProblemMessage, RoleChoice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './invite-form.html',
})
export class InviteForm {
  private readonly client = inject(PeopleClient);
  readonly done = output<InvitationDto>();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  protected readonly withoutRole = signal(false);
  protected readonly input = signal({ name: '', email: '', ticks: { ...NO_ROLES, OFFICER: true } });
  protected readonly form = form(this.input, (path) => {
    required(path.name);
    required(path.email);
    email(path.email);
  });

  protected async send(): Promise<void> {
    const { name, email: address, ticks } = this.input();
    const roles = rolesOf(ticks);
    this.error.set(undefined);
    this.withoutRole.set(roles.length === 0);
    if (roles.length === 0) return;
    const sent = await submitTo(this.form, () => this.client.invite({ name: name.trim(), email: address.trim(), roles }));
    if (sent.done) this.done.emit(sent.result);
    else this.error.set(sent.error);
  }
}
