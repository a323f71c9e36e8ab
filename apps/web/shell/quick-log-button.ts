import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CurrentSession, Icon, QUICK_LOG, QuickLogSubject, Toasts } from '@lotse/shared/ui';

/** Opens the quick log, by click or Ctrl+Shift+L from anywhere, except over another dialog. */
@Component({
  selector: 'lotse-quick-log-button',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:keydown.control.shift.l)': 'open($event)' },
  template: `
    @if (dialog && session.may('interaction.write')) {
      <ng-container *transloco="let t; prefix: 'app.shell'">
        <button
          class="words"
          matButton="outlined"
          type="button"
          aria-keyshortcuts="Control+Shift+L"
          [title]="t('logHint')"
          (click)="open($event)"
        >
          <lotse-icon name="plus" /> {{ t('log') }}
        </button>
        <button class="short" matIconButton type="button" [attr.aria-label]="t('log')" (click)="open($event)">
          <lotse-icon name="plus" />
        </button>
      </ng-container>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex: none;
    }
    .words {
      white-space: nowrap;
    }
    :host button.short {
      display: none;
    }
    @media (max-width: 1199px) {
      :host button.words {
        display: none;
      }
      :host button.short {
        display: inline-block;
      }
    }
  `,
})
export class QuickLogButton {
  protected readonly session = inject(CurrentSession);
  protected readonly dialog = inject(QUICK_LOG, { optional: true });
  private readonly dialogs = inject(MatDialog);
  private readonly toasts = inject(Toasts);
  private readonly subject = inject(QuickLogSubject).current;
  private readonly texts = inject(TranslocoService);

  protected open(event: Event): void {
    if (!this.dialog || !this.session.may('interaction.write')) return;
    event.preventDefault();
    if (this.dialogs.openDialogs.length) return;
    this.dialog().then(
      (component) =>
        this.dialogs.openDialogs.length || this.dialogs.open(component, { data: this.subject() ?? null, width: '36rem', maxWidth: '96vw' }),
      () => this.toasts.show(this.texts.translate('app.page.errorText'), { tone: 'danger' }),
    );
  }
}
