import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseDto, UndoOfferDto } from '@lotse/cases/contract';
import { Field, Input, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { UndoClient } from '../undo/undo-client';

/** Why a case goes to the bin. */
@Component({
  selector: 'lotse-delete-dialog',
  imports: [Field, FormField, Input, MatButtonModule, MatDialogModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <h2 mat-dialog-title>{{ t('delete.title') }}</h2>
      <mat-dialog-content>
        <p>{{ t('delete.text') }}</p>
        <form id="delete" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
          <lotse-field [of]="form.reason" [label]="t('delete.reason')" [hint]="t('delete.hint')">
            <input lotseInput autocomplete="off" [formField]="form.reason" />
          </lotse-field>
          <lotse-problem [error]="error()" />
        </form>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button matButton="filled" class="lotse-danger" type="submit" form="delete">{{ t('delete.do') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
})
export class DeleteDialog {
  private readonly client = inject(UndoClient);
  private readonly dialog = inject<MatDialogRef<DeleteDialog, UndoOfferDto>>(MatDialogRef);
  private readonly data = inject<CaseDto>(MAT_DIALOG_DATA);
  protected readonly error = signal<unknown>(undefined);
  protected readonly form = form(signal({ reason: '' }), (path) => {
    required(path.reason);
    minLength(path.reason, 3);
    maxLength(path.reason, 300);
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const sent = await submitTo(this.form, () => this.client.deleteCase(this.data, this.form.reason().value()));
    if (sent.done) this.dialog.close(sent.result);
    else this.error.set(sent.error);
  }
}
