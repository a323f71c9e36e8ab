import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CaseDto } from '@lotse/cases/contract';
import { type Choice, ConflictPanel, Field, Input, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { CasesClient } from '../cases-client';
import { RegionClient } from '../region-client';
import { UndoClient } from '../undo/undo-client';
import { StaleChoice } from './stale-choice';

/** Who works on the case: an officer or liaison of the own organisation. */
@Component({
  selector: 'lotse-assign-dialog',
  imports: [ConflictPanel, Field, FormField, Input, MatButtonModule, MatDialogModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case'">
      <h2 mat-dialog-title>{{ t('assign.title') }}</h2>
      <mat-dialog-content>
        <form id="assign" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save()">
          <lotse-field [of]="form.officerId" [label]="t('field.officer')" [hint]="data.confidential ? t('assign.lose') : undefined">
            <select lotseInput [formField]="form.officerId">
              <option value="">{{ t('choose') }}</option>
              @for (person of region.officers(); track person.id) {
                <option [value]="person.id">{{ person.name }}</option>
              }
            </select>
          </lotse-field>
          <lotse-problem [error]="error()" />
        </form>
        @if (stale.open().length) {
          <lotse-conflict
            [fields]="stale.open()"
            [label]="t('conflict.label')"
            (resolved)="resolved($event)"
            (cancelled)="stale.cancel()"
          />
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button matButton="filled" type="submit" form="assign">{{ t('assign.do') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
})
export class AssignDialog {
  private readonly client = inject(CasesClient);
  private readonly dialog = inject<MatDialogRef<AssignDialog, CaseDto>>(MatDialogRef);
  private readonly undo = inject(UndoClient);
  private readonly transloco = inject(TranslocoService);
  protected readonly data = inject<CaseDto>(MAT_DIALOG_DATA);
  protected readonly region = inject(RegionClient);
  protected readonly stale = new StaleChoice();
  protected readonly error = signal<unknown>(undefined);
  protected readonly form = form(signal({ officerId: '' }), (path) => required(path.officerId));

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const officerId = this.form.officerId().value();
    const sent = await submitTo(this.form, () => this.client.assign(this.stale.seen(this.data), officerId));
    const name = this.region.officers().find(({ id }) => id === officerId)?.name ?? '';
    if (sent.done) {
      this.undo.offer(this.transloco.translate<string>('case.assign.done', { name }), sent.result.undoId);
      this.dialog.close(sent.result);
      return;
    }
    const label = this.transloco.translate<string>('case.field.officer');
    const sides = [{ field: 'officerId', label, mine: name, theirs: (stored: CaseDto) => stored.officerName ?? '' }];
    if (!this.stale.failed(sent.error, sides)) this.error.set(sent.error);
  }

  protected resolved(choices: Record<string, Choice>): void {
    if (this.stale.resolve(choices)) void this.save();
    else this.dialog.close(this.stale.seen(this.data));
  }
}
