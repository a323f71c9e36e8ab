import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AbsenceDto } from '@lotse/identity/contract';
import { CurrentSession, dayOf, Field, Input, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { PeopleClient } from '../people-client';
import { AbsencesClient } from './absences-client';

/** Days away and a deputy; managers and administrators enter it for others too. */
@Component({
  selector: 'lotse-absence-form',
  imports: [Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './absence-form.html',
})
export class AbsenceForm {
  private readonly client = inject(AbsencesClient);
  private readonly session = inject(CurrentSession);
  private readonly people = inject(PeopleClient).list();
  readonly entered = output<AbsenceDto>();

  protected readonly today = dayOf(new Date());
  protected readonly error = signal<unknown>(undefined);
  protected readonly me = computed(() => this.session.user()?.id);
  protected readonly forOthers = computed(() => this.session.roles().some((role) => role === 'MANAGER' || role === 'ADMINISTRATOR'));
  private readonly colleagues = computed(() => (this.people.hasValue() ? this.people.value().items.filter(({ active }) => active) : []));
  protected readonly others = computed(() => this.colleagues().filter(({ id }) => id !== this.me()));
  /** Officers and liaisons but the absent person; who enters it for somebody else cannot be the deputy. */
  protected readonly deputies = computed(() => {
    const away = this.absence().userId || this.me();
    return this.colleagues().filter(
      ({ id, roles }) => id !== away && id !== this.me() && roles.some((role) => role === 'OFFICER' || role === 'LIAISON'),
    );
  });

  protected readonly absence = signal({ userId: '', deputyId: '', startsOn: this.today, endsOn: '' });
  protected readonly form = form(this.absence, (path) => {
    required(path.deputyId);
    required(path.startsOn);
    required(path.endsOn);
    validate(path.endsOn, ({ value, valueOf }) => {
      const first = valueOf(path.startsOn);
      const earliest = first > this.today ? first : this.today;
      return value() && value() < earliest ? { kind: 'minDate' } : undefined;
    });
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { userId, ...rest } = this.absence();
    const sent = await submitTo(this.form, () => this.client.enter({ ...rest, ...(userId && { userId }) }));
    if (!sent.done) return this.error.set(sent.error);
    this.form().reset({ userId: '', deputyId: '', startsOn: this.today, endsOn: '' });
    this.entered.emit(sent.result);
  }
}
