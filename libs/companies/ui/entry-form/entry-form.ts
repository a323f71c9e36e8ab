import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Choice, type ConflictField, ConflictPanel, ProblemMessage } from '@lotse/shared/ui';

/** What the frame needs of a form that saves over what others change meanwhile. */
interface Merging {
  conflicts: () => readonly ConflictField[];
  decide: (choices: Record<string, Choice>) => void;
  later: () => void;
}

/** The frame of every form about a company: its fields, what went wrong or what to decide, and the buttons. */
@Component({
  selector: 'lotse-entry-form',
  imports: [ConflictPanel, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'company'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save.emit()">
      <ng-content />
      @if (merging()?.conflicts(); as conflicts) {
        @if (conflicts.length) {
          <div role="alert">
            <lotse-conflict [fields]="conflicts" [label]="t('conflict')" (resolved)="decide($event)" (cancelled)="merging()?.later()" />
          </div>
        }
      }
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="busy()">{{ t('save') }}</button>
        <button matButton type="button" (click)="leave.emit()">{{ t('cancel') }}</button>
      </div>
    </form>
  `,
})
export class EntryForm {
  readonly merging = input<Merging>();
  readonly busy = input(false);
  readonly error = input<unknown>();
  /** The button, or a choice between two values that is made. */
  readonly save = output();
  readonly leave = output();

  protected decide(choices: Record<string, Choice>): void {
    this.merging()?.decide(choices);
    this.save.emit();
  }
}
