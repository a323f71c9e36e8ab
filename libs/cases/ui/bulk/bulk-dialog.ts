import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  BULK_ACTIONS,
  type BulkActionDto,
  type BulkAnswerDto,
  CASE_OUTCOMES,
  type CaseOutcome,
  type CaseStatus,
  WAITING_FOR,
  type WaitingFor,
} from '@lotse/cases/contract';
import { aDay, CurrentSession, DialogForm, Field, Input, sendAndClose, When } from '@lotse/shared/ui';
import { debounceTime, filter, Subject, switchMap } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RegionClient } from '../region-client';
import { UndoClient } from '../undo/undo-client';

const MOVES = ['IN_PROGRESS', 'WAITING', 'CLOSED'] as const;

/** One thing for all chosen cases; before it is done it says how many can be changed. */
@Component({
  selector: 'lotse-bulk-dialog',
  imports: [DialogForm, Field, FormField, Input, TranslocoDirective, When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bulk-dialog.html',
})
export class BulkDialog {
  private readonly client = inject(UndoClient);
  private readonly session = inject(CurrentSession);
  private readonly dialog = inject<MatDialogRef<BulkDialog, BulkAnswerDto>>(MatDialogRef);
  protected readonly ids = inject<string[]>(MAT_DIALOG_DATA);
  protected readonly region = inject(RegionClient);
  protected readonly kinds = BULK_ACTIONS.filter((kind) => kind !== 'MOVE' || this.session.may('case.move'));
  protected readonly moves = MOVES;
  protected readonly outcomes = CASE_OUTCOMES;
  protected readonly waitsFor = WAITING_FOR;
  protected readonly error = signal<unknown>(undefined);
  protected readonly preview = signal<BulkAnswerDto | undefined>(undefined);

  protected readonly values = signal({
    kind: 'ASSIGN',
    officerId: '',
    nextStep: '',
    nextStepOn: '',
    status: '',
    waitingFor: '',
    outcome: '',
  });
  private readonly is = (kind: string) => () => this.values().kind === kind;
  protected readonly form = form(this.values, (path) => {
    required(path.officerId, { when: this.is('ASSIGN') });
    required(path.nextStep, { when: this.is('NEXT_STEP') });
    maxLength(path.nextStep, 300);
    aDay(path.nextStepOn);
    required(path.status, { when: this.is('MOVE') });
    required(path.waitingFor, { when: () => this.is('MOVE')() && this.values().status === 'WAITING' });
    required(path.outcome, { when: () => this.is('MOVE')() && this.values().status === 'CLOSED' });
  });
  protected readonly refused = computed(() => (this.preview() ? this.ids.length - (this.preview()?.done ?? 0) : 0));
  private readonly asked = new Subject<void>();

  constructor() {
    this.asked
      .pipe(
        debounceTime(300),
        filter(() => this.form().valid()), // a day may be half typed by now
        switchMap(() => this.client.bulk({ ids: this.ids, action: this.action(), preview: true })),
        takeUntilDestroyed(),
      )
      .subscribe({ next: (answer) => this.preview.set(answer), error: (error: unknown) => this.error.set(error) });
    effect(() => {
      this.values();
      const isComplete = this.form().valid();
      untracked(() => {
        this.preview.set(undefined);
        if (isComplete) this.asked.next();
      });
    });
  }

  protected save(): Promise<void> {
    return sendAndClose(this.dialog, this.form, this.error, () => this.client.bulk({ ids: this.ids, action: this.action() }));
  }

  private action(): BulkActionDto {
    const { kind, officerId, nextStep, nextStepOn, status, waitingFor, outcome } = this.values();
    if (kind === 'ASSIGN') return { kind, officerId };
    if (kind === 'NEXT_STEP') return { kind, nextStep: nextStep.trim(), ...(nextStepOn && { nextStepOn }) };
    return {
      kind: 'MOVE',
      status: status as CaseStatus,
      ...(status === 'WAITING' && { waitingFor: waitingFor as WaitingFor }),
      ...(status === 'CLOSED' && { outcome: outcome as CaseOutcome }),
    };
  }
}
