import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession } from '../session/current-session';
import { ViewAsDialog, type ViewAsQuestion } from './view-as-dialog';

/** "Ansehen als …" beside a colleague: only for administrators, and not beside themselves. */
@Component({
  selector: 'lotse-view-as-button',
  imports: [MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isOffered()) {
      <button
        *transloco="let t; prefix: 'app.viewAs'"
        matButton
        type="button"
        [attr.aria-label]="t('button') + ' ' + name()"
        (click)="ask()"
      >
        {{ t('button') }}
      </button>
    }
  `,
})
export class ViewAsButton {
  private readonly session = inject(CurrentSession);
  private readonly dialog = inject(MatDialog);
  readonly userId = input.required<string>();
  readonly name = input.required<string>();
  /** Where the view of the colleague begins. */
  readonly opens = input('/');
  protected readonly isOffered = computed(() => this.session.may('people.viewAs') && this.userId() !== this.session.user()?.id);

  protected ask(): void {
    const data: ViewAsQuestion = { userId: this.userId(), name: this.name(), opens: this.opens() };
    this.dialog.open(ViewAsDialog, { data, width: '34rem' });
  }
}
