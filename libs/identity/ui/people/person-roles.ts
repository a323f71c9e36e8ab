import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PersonDto } from '@lotse/identity/contract';
import { Notice, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { PeopleClient } from '../people-client';
import { RoleChoice, rolesOf, ticksOf } from './role-choice';

/** Changes what a person is in this organisation. */
@Component({
  selector: 'lotse-person-roles',
  imports: [MatButtonModule, Notice, ProblemMessage, RoleChoice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'identity.people'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
      <lotse-role-choice [of]="form.ticks" />
      @if (withoutRole()) {
        <lotse-notice tone="danger" role="alert">{{ t('withoutRole') }}</lotse-notice>
      }
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="form().submitting()">{{ t('save') }}</button>
        <button matButton type="button" (click)="leave.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class PersonRoles {
  private readonly client = inject(PeopleClient);
  readonly person = input.required<PersonDto>();
  readonly done = output<PersonDto>();
  readonly leave = output();

  protected readonly error = signal<unknown>(undefined);
  protected readonly withoutRole = signal(false);
  private readonly ticks = linkedSignal(() => ({ ticks: ticksOf(this.person().roles) }));
  protected readonly form = form(this.ticks);

  protected async save(): Promise<void> {
    const roles = rolesOf(this.ticks().ticks);
    this.error.set(undefined);
    this.withoutRole.set(roles.length === 0);
    if (roles.length === 0) return;
    const sent = await submitTo(this.form, () => this.client.changeRoles(this.person(), roles));
    if (sent.done) this.done.emit(sent.result);
    else this.error.set(sent.error);
  }
}
