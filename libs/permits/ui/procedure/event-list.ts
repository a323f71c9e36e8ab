import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PermitEventDto } from '@lotse/permits/contract';
import { CurrentSession, DateTime, dayOf, Icon, ShortDate, StatusChip, WeekdayDate } from '@lotse/shared/ui';
import type { Correction } from './event-form';

/** Everything that was recorded, the latest first: what holds, and what was corrected or taken back, with the reason. */
@Component({
  selector: 'lotse-event-list',
  imports: [DateTime, Icon, MatButtonModule, ShortDate, StatusChip, TranslocoDirective, WeekdayDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './event-list.html',
  styleUrl: './event-list.scss',
})
export class EventList {
  private readonly session = inject(CurrentSession);
  readonly events = input.required<readonly PermitEventDto[]>();
  readonly mayWrite = input(false);
  readonly correct = output<Correction>();

  /** What happened last stands first; events that only take back stand with what they took back. */
  protected readonly shown = computed(() =>
    this.events()
      .filter(({ kind }) => kind !== 'RETRACTED')
      .toReversed()
      .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
  );

  /** The event that corrects or takes back this one. */
  protected by(event: PermitEventDto): PermitEventDto | undefined {
    return this.events().find(({ supersedes }) => supersedes === event.id);
  }

  protected isBackDated({ on, recordedAt }: PermitEventDto): boolean {
    return on < dayOf(recordedAt);
  }

  /** Somebody of another organisation is named with a mark; the own people are known. */
  protected isOther({ byOrganisationId }: PermitEventDto): boolean {
    return byOrganisationId !== null && byOrganisationId !== this.session.organisation()?.id;
  }
}
