import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import { aDay, type Choice, ConflictPanel, Field, formatDate, Input, Languages, ProblemMessage, submitTo, When } from '@lotse/shared/ui';
import { CasesClient } from '../cases-client';
import { UndoClient } from '../undo/undo-client';
import { StaleChoice } from './stale-choice';

/** What comes next and by when; "keiner nötig" is an answer. */
@Component({
  selector: 'lotse-next-step-dialog',
  imports: [ConflictPanel, Field, FormField, Input, MatButtonModule, MatDialogModule, ProblemMessage, TranslocoDirective, When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './next-step-dialog.html',
})
export class NextStepDialog {
  private readonly client = inject(CasesClient);
  private readonly dialog = inject<MatDialogRef<NextStepDialog, CaseDto>>(MatDialogRef);
  private readonly data = inject<CaseDto>(MAT_DIALOG_DATA);
  private readonly undo = inject(UndoClient);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;

  protected readonly stale = new StaleChoice();
  protected readonly error = signal<unknown>(undefined);
  protected readonly values = signal({ nextStep: this.data.nextStep ?? '', nextStepOn: this.data.nextStepOn ?? '' });
  protected readonly form = form(this.values, (path) => {
    maxLength(path.nextStep, 300);
    aDay(path.nextStepOn);
  });

  protected clear(): void {
    this.values.set({ nextStep: '', nextStepOn: '' });
    void this.save(true);
  }

  protected async save(noneNeeded = false): Promise<void> {
    this.error.set(undefined);
    const { nextStep, nextStepOn } = this.values();
    const input = { nextStep: nextStep.trim() || null, nextStepOn: nextStepOn || null, ...(noneNeeded && { noneNeeded }) };
    const sent = await submitTo(this.form, () => this.client.setNextStep(this.stale.seen(this.data), input));
    if (sent.done) {
      const key = input.nextStep || input.nextStepOn ? 'case.plan.done' : 'case.plan.cleared';
      this.undo.offer(this.transloco.translate<string>(key), sent.result.undoId);
      this.dialog.close(sent.result);
    } else if (!this.stale.failed(sent.error, this.sides())) this.error.set(sent.error);
  }

  protected resolved(choices: Record<string, Choice>): void {
    const stored = this.stale.seen(this.data);
    this.values.update((mine) => ({
      nextStep: choices['nextStep'] === 'theirs' ? (stored.nextStep ?? '') : mine.nextStep,
      nextStepOn: choices['nextStepOn'] === 'theirs' ? (stored.nextStepOn ?? '') : mine.nextStepOn,
    }));
    if (this.stale.resolve(choices)) void this.save();
    else this.dialog.close(stored);
  }

  private sides() {
    const date = (value: string | null) => formatDate(value, this.language());
    const label = (key: string) => this.transloco.translate<string>(`case.field.${key}`);
    return [
      { field: 'nextStep', label: label('nextStep'), mine: this.values().nextStep, theirs: (stored: CaseDto) => stored.nextStep ?? '' },
      {
        field: 'nextStepOn',
        label: label('nextStepOn'),
        mine: date(this.values().nextStepOn),
        theirs: (stored: CaseDto) => date(stored.nextStepOn),
      },
    ];
  }
}
