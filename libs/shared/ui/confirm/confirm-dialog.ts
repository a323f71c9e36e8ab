import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';

/** What to ask; all texts already translated. `confirm` names the deed ("Person deaktivieren"), never just "OK". */
export interface Question {
  title: string;
  text: string;
  confirm: string;
  danger?: boolean;
}

@Component({
  selector: 'lotse-confirm-dialog',
  imports: [MatButtonModule, MatDialogModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'app.confirm'">
      <h2 mat-dialog-title>{{ question.title }}</h2>
      <mat-dialog-content>{{ question.text }}</mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="false">{{ t('cancel') }}</button>
        <button matButton="filled" type="button" [class.lotse-danger]="question.danger" [mat-dialog-close]="true">
          {{ question.confirm }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
