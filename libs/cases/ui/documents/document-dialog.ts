import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { DOCUMENT_LEVELS, DOCUMENT_NAME_MAX, type DocumentDto, type DocumentLevel } from '@lotse/cases/contract';
import { DialogForm, Field, Input, sendAndClose } from '@lotse/shared/ui';
import { DocumentsClient } from './documents-client';

/** Name of a document, and who sees it. */
@Component({
  selector: 'lotse-document-dialog',
  imports: [DialogForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <lotse-dialog-form [title]="t('documents.changeTitle')" [action]="t('documents.save')" [error]="error()" (save)="save()">
        <lotse-field [of]="form.name" [label]="t('documents.name')">
          <input lotseInput autocomplete="off" [formField]="form.name" />
        </lotse-field>
        <lotse-field [of]="form.level" [sayOptional]="false" [label]="t('documents.who')" [hint]="t('documents.levelText.' + level())">
          <select lotseInput [formField]="form.level">
            @for (choice of levels; track choice) {
              <option [value]="choice">{{ t('documents.level.' + choice) }}</option>
            }
          </select>
        </lotse-field>
      </lotse-dialog-form>
    </ng-container>
  `,
})
export class DocumentDialog {
  private readonly client = inject(DocumentsClient);
  private readonly dialog = inject<MatDialogRef<DocumentDialog, DocumentDto>>(MatDialogRef);
  private readonly document = inject<DocumentDto>(MAT_DIALOG_DATA);
  protected readonly levels = DOCUMENT_LEVELS;
  protected readonly error = signal<unknown>(undefined);
  private readonly values = signal<{ name: string; level: string }>({ name: this.document.name, level: this.document.level });
  protected readonly form = form(this.values, (path) => {
    required(path.name);
    maxLength(path.name, DOCUMENT_NAME_MAX);
  });
  protected readonly level = () => this.values().level;

  protected async save(): Promise<void> {
    const { name, level } = this.values();
    return sendAndClose(this.dialog, this.form, this.error, () =>
      this.client.change(this.document, { name, level: level as DocumentLevel }),
    );
  }
}
