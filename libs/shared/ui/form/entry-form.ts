import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Choice, type ConflictField, ConflictPanel } from '../conflict/conflict-panel';
import { ProblemMessage } from '../problem/problem-message';

/** What the frame needs of a form that saves over what others change meanwhile. */
interface Merging {
  conflicts: () => readonly ConflictField[];
  decide: (choices: Record<string, Choice>) => void;
  later: () => void;
}

/**
 * The frame of a form on a page: its fields, what went wrong or what to decide, and the buttons.
 *
 *     <lotse-entry-form [busy]="form().submitting()" [error]="error()" (save)="save()" (leave)="leave.emit()"> … </lotse-entry-form>
 *
 * A form over what others change meanwhile gives its `MergingForm`.
 */
@Component({
  selector: 'lotse-entry-form',
  imports: [ConflictPanel, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form *transloco="let t; prefix: 'app'" class="lotse-stack" novalidate (submit)="$event.preventDefault(); save.emit()">
      <ng-content />
      @if (merging()?.conflicts(); as conflicts) {
        @if (conflicts.length) {
          <div role="alert">
            <lotse-conflict
              [fields]="conflicts"
              [label]="t('conflict.label')"
              (resolved)="decide($event)"
              (cancelled)="merging()?.later()"
            />
          </div>
        }
      }
      <lotse-problem [error]="error()" />
      <div class="lotse-actions">
        <button matButton="filled" type="submit" [disabled]="busy()">{{ t('entry.save') }}</button>
        <button matButton type="button" (click)="leave.emit()">{{ t('entry.cancel') }}</button>
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
