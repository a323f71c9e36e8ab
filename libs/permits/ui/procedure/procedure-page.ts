import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ProcedureDto } from '@lotse/permits/contract';
import { CurrentSession, Icon, keepLast, LiveUpdates, PageHead, ShortDate, StateBlock, StatusChip, Toasts } from '@lotse/shared/ui';
import { filter } from 'rxjs';
import { ClockWords } from '../parts/clock-words';
import { URGENCY_LOOKS, urgencyOf } from '../parts/looks';
import { PermitsClient } from '../permits-client';
import { ClockCard } from './clock-card';
import { type Correction, EventForm } from './event-form';
import { EventList } from './event-list';
import { LedgerTable } from './ledger-table';
import { type MovedClock, movedClocks } from './moved';
import { MovedNote } from './moved-note';
import { ProcedureFacts } from './procedure-facts';
import { ProcedureForm } from './procedure-form';

/** One procedure: every count, what is owed, and what happened. There is nothing to stop a count by hand: documents and events do. */
@Component({
  selector: 'lotse-procedure-page',
  imports: [
    ClockCard,
    EventForm,
    EventList,
    Icon,
    LedgerTable,
    MatButtonModule,
    MovedNote,
    PageHead,
    ProcedureFacts,
    ProcedureForm,
    ShortDate,
    StateBlock,
    StatusChip,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './procedure-page.html',
  styleUrl: './procedure-page.scss',
})
export class ProcedurePage {
  private readonly client = inject(PermitsClient);
  private readonly session = inject(CurrentSession);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ClockWords);
  /** From the route. */
  readonly id = input.required<string>();

  protected readonly resource = this.client.one(() => this.id());
  private readonly last = keepLast(this.resource);
  protected readonly procedure = computed(() => (this.last()?.id === this.id() ? this.last() : undefined));
  /** The others of the case: what it waits for, and what it may wait for. */
  private readonly siblings = this.client.ofCase(() => this.procedure()?.caseId);
  private readonly siblingPage = keepLast(this.siblings);
  protected readonly others = computed(() => this.siblingPage()?.items ?? []);
  protected readonly needs = computed(() => this.others().filter(({ id }) => this.procedure()?.dependsOn.includes(id)));
  protected readonly mayWrite = computed(() => this.session.may('permit.write') && this.procedure()?.mayWrite === true);
  protected readonly urgency = computed(() => {
    const procedure = this.procedure();
    return procedure ? urgencyOf(procedure) : 'NONE';
  });
  protected readonly looks = computed(() => URGENCY_LOOKS[this.urgency()]);
  protected readonly headline = computed(() => this.words.headline(this.procedure()?.clocks ?? []));

  protected readonly editing = signal(false);
  protected readonly recording = signal(false);
  protected readonly correction = signal<Correction | undefined>(undefined);
  /** What the last event has moved; undefined before the first. */
  protected readonly moved = signal<readonly MovedClock[] | undefined>(undefined);

  constructor() {
    inject(LiveUpdates)
      .on('case')
      .pipe(
        filter(({ id }) => id === this.procedure()?.caseId),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
  }

  protected correct(correction: Correction): void {
    this.correction.set(correction);
    this.recording.set(true);
  }

  protected record(): void {
    this.correction.set(undefined);
    this.recording.set(true);
  }

  protected recorded(after: ProcedureDto): void {
    const before = this.procedure();
    this.moved.set(before && movedClocks(before, after));
    this.leave();
    this.resource.set(after);
    this.toasts.show(this.transloco.translate('permit.done.recorded'));
  }

  protected changed(after: ProcedureDto): void {
    this.editing.set(false);
    this.resource.set(after);
    this.toasts.show(this.transloco.translate('permit.done.changed'));
  }

  protected leave(): void {
    this.recording.set(false);
    this.correction.set(undefined);
  }
}
