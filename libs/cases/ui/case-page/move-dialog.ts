import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  CASE_OUTCOMES,
  type CaseDto,
  type CaseOutcome,
  type CaseStatus,
  type MoveCaseDto,
  WAITING_FOR,
  type WaitingFor,
} from '@lotse/cases/contract';
import { addDays, nextWorkingDay } from '@lotse/shared/contract';
import {
  aDay,
  type Choice,
  ConflictPanel,
  CurrentSession,
  dayOf,
  Field,
  Input,
  ProblemMessage,
  ProblemText,
  submitTo,
  Toasts,
  When,
} from '@lotse/shared/ui';
import { catchError, map, type Observable, of, switchMap } from 'rxjs';
import { CasesClient } from '../cases-client';
import { FollowUpsClient } from '../follow-ups-client';
import { UndoClient } from '../undo/undo-client';
import { StaleChoice } from './stale-choice';

/** Where the case is to go, and the case as the person saw it. */
export interface Move {
  seen: CaseDto;
  status: CaseStatus;
}

const DAYS_LATER = 90;

/** Waiting asks for whom; closing asks for the outcome and whether somebody asks again later. */
@Component({
  selector: 'lotse-move-dialog',
  imports: [ConflictPanel, Field, FormField, Input, MatButtonModule, MatDialogModule, ProblemMessage, TranslocoDirective, When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './move-dialog.html',
})
export class MoveDialog {
  private readonly client = inject(CasesClient);
  private readonly followUps = inject(FollowUpsClient);
  private readonly dialog = inject<MatDialogRef<MoveDialog, CaseDto>>(MatDialogRef);
  private readonly toasts = inject(Toasts);
  private readonly undo = inject(UndoClient);
  private readonly transloco = inject(TranslocoService);
  private readonly problems = inject(ProblemText);
  protected readonly data = inject<Move>(MAT_DIALOG_DATA);

  protected readonly outcomes = CASE_OUTCOMES;
  protected readonly waitsFor = WAITING_FOR.filter((waitingFor) => waitingFor !== this.data.seen.waitingFor);
  protected readonly stale = new StaleChoice();
  protected readonly error = signal<unknown>(undefined);
  protected readonly again = signal(false);
  protected readonly values = signal({
    outcome: '',
    waitingFor: this.waitsFor.length === 1 ? (this.waitsFor[0] as string) : '',
    title: '',
    dueOn: nextWorkingDay(addDays(dayOf(new Date()), DAYS_LATER), inject(CurrentSession).calendar()),
  });
  protected readonly form = form(this.values, (path) => {
    required(path.outcome, { when: () => this.data.status === 'CLOSED' });
    required(path.waitingFor, { when: () => this.data.status === 'WAITING' });
    required(path.title, { when: () => this.again() });
    required(path.dueOn, { when: () => this.again() });
    maxLength(path.title, 300);
    aDay(path.dueOn);
  });
  protected readonly titleKey = computed(() => {
    if (this.data.status === 'CLOSED') return 'move.closeTitle';
    return this.data.status === 'WAITING' ? 'move.waitTitle' : 'move.REOPEN';
  });
  protected readonly doKey = computed(() => (this.data.status === 'IN_PROGRESS' ? 'move.REOPEN' : `move.${this.data.status}`));

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const sent = await submitTo(this.form, () =>
      this.client.move(this.stale.seen(this.data.seen), this.input()).pipe(switchMap((changed) => this.askAgain(changed))),
    );
    if (sent.done) {
      const status = this.transloco.translate<string>(`case.status.${sent.result.status}`);
      this.undo.offer(this.transloco.translate<string>('case.move.done', { status }), sent.result.undoId);
      this.dialog.close(sent.result);
    } else if (!this.stale.failed(sent.error, [this.side()])) this.error.set(sent.error);
  }

  protected resolved(choices: Record<string, Choice>): void {
    if (this.stale.resolve(choices)) void this.save();
    else this.dialog.close(this.stale.seen(this.data.seen));
  }

  private input(): MoveCaseDto {
    const { status } = this.data;
    const { outcome, waitingFor } = this.values();
    return {
      status,
      ...(status === 'CLOSED' && { outcome: outcome as CaseOutcome }),
      ...(status === 'WAITING' && { waitingFor: waitingFor as WaitingFor }),
    };
  }

  /** The follow-up comes after the closing: should it fail, the case is closed all the same, and the person is told. */
  private askAgain(changed: CaseDto): Observable<CaseDto> {
    const { title, dueOn } = this.values();
    if (!this.again()) return of(changed);
    return this.followUps.add(changed.id, { title, dueOn }).pipe(
      catchError((error: unknown) => of(this.toasts.show(this.problems.of(error), { tone: 'danger' }))),
      map(() => changed),
    );
  }

  private side() {
    const word = (status: CaseStatus) => this.transloco.translate<string>(`case.status.${status}`);
    return {
      field: 'status',
      label: this.transloco.translate<string>('case.field.status'),
      mine: word(this.data.status),
      theirs: (stored: CaseDto) => word(stored.status),
    };
  }
}
