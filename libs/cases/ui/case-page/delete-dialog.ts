import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseDto, UndoOfferDto } from '@lotse/cases/contract';
import { DialogForm, Field, Input, sendAndClose } from '@lotse/shared/ui';
import { UndoClient } from '../undo/undo-client';

/** Why a case goes to the bin. */
@Component({
  selector: 'lotse-delete-dialog',
  imports: [DialogForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <lotse-dialog-form [title]="t('delete.title')" [action]="t('delete.do')" [error]="error()" [danger]="true" (save)="save()">
        <p>{{ t('delete.text') }}</p>
        <lotse-field [of]="form.reason" [label]="t('delete.reason')" [hint]="t('delete.hint')">
          <input lotseInput autocomplete="off" [formField]="form.reason" />
        </lotse-field>
      </lotse-dialog-form>
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

  protected save(): Promise<void> {
    return sendAndClose(this.dialog, this.form, this.error, () => this.client.deleteCase(this.data, this.form.reason().value()));
  }
}
