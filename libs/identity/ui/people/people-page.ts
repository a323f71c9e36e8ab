import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { InvitationDto, PersonDto } from '@lotse/identity/contract';
import {
  Confirm,
  CurrentSession,
  Icon,
  keepLast,
  PageHead,
  ProblemMessage,
  ShortDate,
  StateBlock,
  StatusChip,
  Toasts,
  ViewAsButton,
} from '@lotse/shared/ui';
import type { Observable } from 'rxjs';
import { PeopleClient } from '../people-client';
import { InviteForm } from './invite-form';
import { PersonRoles } from './person-roles';

/** The people of the own organisation: who they are, what they may, who is invited. */
@Component({
  selector: 'lotse-people-page',
  imports: [
    Icon,
    InviteForm,
    MatButtonModule,
    PageHead,
    PersonRoles,
    ProblemMessage,
    ShortDate,
    StateBlock,
    StatusChip,
    TranslocoDirective,
    ViewAsButton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly client = inject(PeopleClient);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  private readonly session = inject(CurrentSession);

  protected readonly people = this.client.list();
  protected readonly invitations = this.client.invitations();
  protected readonly page = keepLast(this.people);
  protected readonly open = computed(() => (this.invitations.hasValue() ? this.invitations.value().items : []));
  protected readonly organisation = computed(() => this.session.organisation()?.name ?? '');
  protected readonly inviting = signal(false);
  protected readonly editing = signal<string | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);

  protected invited(invitation: InvitationDto): void {
    this.inviting.set(false);
    this.invitations.reload();
    this.say('invited', { email: invitation.email });
  }

  protected changed(): void {
    this.editing.set(undefined);
    this.people.reload();
    this.session.refresh();
    this.say('rolesSaved');
  }

  protected withdraw(invitation: InvitationDto): void {
    this.run(this.client.withdraw(invitation), 'withdrawn', () => this.invitations.reload());
  }

  protected setActive(person: PersonDto, active: boolean): void {
    const change = () => this.run(this.client.setActive(person, active), active ? 'activated' : 'deactivated', () => this.people.reload());
    if (active) return change();
    this.confirm
      .ask({
        title: this.text('deactivateTitle', { name: person.name }),
        text: this.text('deactivateText'),
        confirm: this.text('deactivate'),
        danger: true,
      })
      .subscribe((sure) => sure && change());
  }

  private run(work: Observable<unknown>, done: string, then: () => void): void {
    this.error.set(undefined);
    work.subscribe({
      next: () => {
        then();
        this.say(done);
      },
      error: (error: unknown) => {
        this.error.set(error);
        then();
      },
    });
  }

  private say(key: string, values: Record<string, string> = {}): void {
    this.toasts.show(this.text(key, values));
  }

  private text(key: string, values: Record<string, string> = {}): string {
    return this.texts.translate<string>(`identity.people.${key}`, values);
  }
}
