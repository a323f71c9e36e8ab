import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BulkAnswerDto } from '@lotse/cases/contract';
import { UndoClient } from '../undo/undo-client';
import { BulkDialog } from './bulk-dialog';

/** What can be done with the chosen rows. */
@Component({
  selector: 'lotse-bulk-bar',
  imports: [MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', 'aria-live': 'polite' },
  template: `
    <ng-container *transloco="let t; prefix: 'case.bulk'">
      <strong>{{ t(ids().length === 1 ? 'one' : 'many', { n: ids().length }) }}</strong>
      <button matButton="filled" type="button" (click)="change()">{{ t('open') }}</button>
      <button matButton type="button" (click)="cleared.emit()">{{ t('clear') }}</button>
    </ng-container>
  `,
  styles: `
    :host {
      position: sticky;
      z-index: 3;
      inset-block-start: var(--lotse-bar);
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1rem;
      margin-block: 0.5rem;
      padding: 0.5rem 0.875rem;
      border: 1px solid var(--lotse-line);
      border-radius: var(--lotse-radius);
      background: var(--lotse-selected);
    }
  `,
})
export class BulkBar {
  private readonly dialogs = inject(MatDialog);
  private readonly undo = inject(UndoClient);
  private readonly transloco = inject(TranslocoService);
  readonly ids = input.required<string[]>();
  readonly cleared = output();
  readonly changed = output();

  protected change(): void {
    this.dialogs
      .open<BulkDialog, string[], BulkAnswerDto>(BulkDialog, {
        data: this.ids(),
        width: '36rem',
        maxWidth: '96vw',
        autoFocus: 'first-tabbable',
      })
      .afterClosed()
      .subscribe((answer) => {
        if (!answer) return;
        const refused = answer.items.length - answer.done;
        const key = refused ? 'case.bulk.donePartly' : 'case.bulk.done';
        this.undo.offer(this.transloco.translate<string>(key, { n: answer.done, refused }), answer.undoId);
        this.changed.emit();
      });
  }
}
