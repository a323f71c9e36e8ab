import { ChangeDetectionStrategy, Component, DOCUMENT, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../form/field';
import { Input } from '../form/input';
import { submitTo } from '../form/submit-to';
import { ProblemMessage } from '../problem/problem-message';
import { CurrentSession } from '../session/current-session';

/** Whose view is asked for, and what to open in it. */
export interface ViewAsQuestion {
  userId: string;
  name: string;
  /** Path within the program. */
  opens: string;
}

/** Why an administrator looks at Lotse as somebody else sees it; then the program starts anew, so that nothing of the own view stays. */
@Component({
  selector: 'lotse-view-as-dialog',
  imports: [Field, FormField, Input, MatButtonModule, MatDialogModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'app.viewAs'">
      <h2 mat-dialog-title>{{ t('title', { name: question.name }) }}</h2>
      <mat-dialog-content>
        <p>{{ t('text', { name: question.name }) }}</p>
        <form id="view-as" class="lotse-stack" novalidate (submit)="$event.preventDefault(); start()">
          <lotse-field [of]="form.reason" [label]="t('reason')" [hint]="t('hint')">
            <input lotseInput autocomplete="off" [formField]="form.reason" />
          </lotse-field>
          <lotse-problem [error]="error()" />
        </form>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button matButton="filled" type="submit" form="view-as" [disabled]="form().submitting()">{{ t('start') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
})
export class ViewAsDialog {
  private readonly session = inject(CurrentSession);
  private readonly location = inject(DOCUMENT).location;
  protected readonly question = inject<ViewAsQuestion>(MAT_DIALOG_DATA);
  protected readonly error = signal<unknown>(undefined);
  protected readonly form = form(signal({ reason: '' }), (path) => {
    required(path.reason);
    minLength(path.reason, 3);
    maxLength(path.reason, 300);
  });

  protected async start(): Promise<void> {
    this.error.set(undefined);
    const sent = await submitTo(this.form, () => this.session.viewAs(this.question.userId, this.form.reason().value()));
    if (sent.done) this.location.assign(this.question.opens);
    else this.error.set(sent.error);
  }
}
