import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { map, type Observable } from 'rxjs';
import { ConfirmDialog, type Question } from './confirm-dialog';

/** Asks before something that cannot simply be undone. Where undo is possible, do it and offer undo instead. */
@Service()
export class Confirm {
  private readonly dialog = inject(MatDialog);

  /** Emits once: `true` when the person confirmed. */
  ask(question: Question): Observable<boolean> {
    return this.dialog
      .open<ConfirmDialog, Question, boolean>(ConfirmDialog, { data: question, width: '30rem', role: 'alertdialog' })
      .afterClosed()
      .pipe(map((answer) => answer === true));
  }
}
