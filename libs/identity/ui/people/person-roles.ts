import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PersonDto } from '@lotse/identity/contract';
import { EntryForm, Notice, submitTo } from '@lotse/shared/ui';
import { PeopleClient } from '../people-client';
import { RoleChoice, rolesOf, ticksOf } from './role-choice';

/** Changes what a person is in this organisation. */
@Component({
  selector: 'lotse-person-roles',
  imports: [EntryForm, Notice, RoleChoice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-entry-form [busy]="form().submitting()" [error]="error()" (save)="save()" (leave)="leave.emit()">
      <lotse-role-choice [of]="form.ticks" />
      @if (withoutRole()) {
        <lotse-notice *transloco="let t; prefix: 'identity.people'" tone="danger" role="alert">{{ t('withoutRole') }}</lotse-notice>
      }
    </lotse-entry-form>
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
