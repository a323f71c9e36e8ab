import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type CaseDto, type CaseStatus, nextStatuses, type UndoOfferDto } from '@lotse/cases/contract';
import { CurrentSession, Icon, type IconName, ProblemText, Toasts } from '@lotse/shared/ui';
import type { ComponentType } from '@angular/cdk/portal';
import { CasesClient } from '../cases-client';
import { UndoClient } from '../undo/undo-client';
import { AssignDialog } from './assign-dialog';
import { CASE_TABS } from './case-tabs';
import { CaseStore } from './case-store';
import { DeleteDialog } from './delete-dialog';
import { MoveDialog, type Move } from './move-dialog';
import { NextStepDialog } from './next-step-dialog';
import { TeamDialog } from './team-dialog';

const ICONS: Record<CaseStatus, IconName> = { NEW: 'star', IN_PROGRESS: 'open', WAITING: 'pause', CLOSED: 'check' };

/** What can be done with the case, as far as the role may. */
@Component({
  selector: 'lotse-case-actions',
  imports: [Icon, MatButtonModule, MatMenuModule, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-action-bar.html',
  styleUrl: './case-action-bar.scss',
})
export class CaseActionBar {
  private readonly dialogs = inject(MatDialog);
  private readonly client = inject(CasesClient);
  private readonly toasts = inject(Toasts);
  private readonly undo = inject(UndoClient);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(CurrentSession);
  private readonly tabs = inject(CASE_TABS);
  protected readonly store = inject(CaseStore);
  readonly of = input.required<CaseDto>();

  protected readonly moves = computed(() =>
    nextStatuses(this.of().status).map((status) => ({ status, icon: ICONS[status], key: this.keyOf(status) })),
  );
  protected readonly mayOffer = computed(
    () =>
      this.of().access === 'FULL' &&
      this.of().status !== 'CLOSED' &&
      this.session.may('handover.offer') &&
      this.tabs.some(({ route }) => route.path === 'uebergaben'),
  );

  protected readonly mayDelete = computed(
    () => this.of().access === 'FULL' && this.of().status !== 'CLOSED' && this.session.may('case.delete'),
  );

  /** Going on needs no question; waiting and closing ask what for and how. */
  protected move(status: CaseStatus): void {
    const seen = this.of();
    if (status !== 'IN_PROGRESS' || seen.status === 'CLOSED') {
      this.open<Move>(MoveDialog, { seen, status });
      return;
    }
    this.client.move(seen, { status }).subscribe({
      next: (changed) => this.moved(changed),
      error: (error: unknown) => {
        this.toasts.show(this.problems.of(error), { tone: 'danger' });
        this.store.reload();
      },
    });
  }

  protected assign(): void {
    this.open(AssignDialog, this.of());
  }

  protected plan(): void {
    this.open(NextStepDialog, this.of());
  }

  protected team(): void {
    this.open(TeamDialog, this.of());
  }

  /** The page of a deleted case is nowhere to go back to; the list is. */
  protected remove(): void {
    this.dialogs
      .open<DeleteDialog, CaseDto, UndoOfferDto>(DeleteDialog, {
        data: this.of(),
        width: '36rem',
        maxWidth: '96vw',
        autoFocus: 'first-tabbable',
      })
      .afterClosed()
      .subscribe((offer) => {
        if (!offer) return;
        void this.router.navigate(['/vorgaenge']);
        this.undo.offer(this.say('case.delete.done', { fileNumber: this.of().fileNumber }), offer.undoId);
      });
  }

  private moved(changed: CaseDto): void {
    this.store.set(changed);
    this.undo.offer(this.say('case.move.done', { status: this.say(`case.status.${changed.status}`) }), changed.undoId);
  }

  private open<D>(dialog: ComponentType<unknown>, data: D): void {
    this.dialogs
      .open<unknown, D, CaseDto>(dialog, { data, width: '36rem', maxWidth: '96vw', autoFocus: 'first-tabbable' })
      .afterClosed()
      .subscribe((changed) => changed && this.store.set(changed));
  }

  private keyOf(status: CaseStatus): string {
    const from = this.of().status;
    if (status === 'IN_PROGRESS') return from === 'CLOSED' ? 'REOPEN' : from === 'WAITING' ? 'RESUME' : 'IN_PROGRESS';
    return status === 'WAITING' && from === 'WAITING' ? 'CHANGE_WAITING' : status;
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(key, values);
  }
}
