import { ChangeDetectionStrategy, Component, input, output, type WritableSignal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule, type MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Observable } from 'rxjs';
import { ProblemMessage } from '../problem/problem-message';
import { submitTo } from './submit-to';

let made = 0;

/**
 * The frame of a form in a dialog: title, fields, what went wrong, "Abbrechen" and the one thing to do.
 *
 *     <lotse-dialog-form [title]="t('delete.title')" [action]="t('delete.do')" [error]="error()" (save)="save()"> … </lotse-dialog-form>
 */
@Component({
  selector: 'lotse-dialog-form',
  imports: [MatButtonModule, MatDialogModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ title() }}</h2>
    <mat-dialog-content>
      <form class="lotse-stack" novalidate [id]="id" (submit)="$event.preventDefault(); save.emit()">
        <ng-content />
        <lotse-problem [error]="error()" />
      </form>
    </mat-dialog-content>
    <mat-dialog-actions *transloco="let t; prefix: 'app.entry'" align="end">
      <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
      <button matButton="filled" type="submit" [class.lotse-danger]="danger()" [attr.form]="id" [disabled]="blocked()">
        {{ action() }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class DialogForm {
  readonly title = input.required<string>();
  /** What the button does, in words. */
  readonly action = input.required<string>();
  readonly error = input<unknown>();
  /** There is nothing to send yet, or it is on its way. */
  readonly blocked = input(false);
  /** What is done takes something away. */
  readonly danger = input(false);
  readonly save = output();
  protected readonly id = `dialog-form-${++made}`;
}

/** Sends the form of a dialog and closes it with the answer; what no field explains goes to `error`. */
export async function sendAndClose<T, R>(
  dialog: MatDialogRef<unknown, R>,
  form: FieldTree<T>,
  error: WritableSignal<unknown>,
  send: () => Observable<R>,
): Promise<void> {
  error.set(undefined);
  const sent = await submitTo(form, send);
  if (sent.done) dialog.close(sent.result);
  else error.set(sent.error);
}
