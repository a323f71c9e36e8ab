import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { TONE_ICONS } from '../page/notice';
import { type Toast, Toasts } from './toasts';

/** Where the messages appear; stands once, in the root. */
@Component({
  selector: 'lotse-toast-area',
  imports: [Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status', '(document:keydown)': 'key($event)' },
  template: `
    <ng-container *transloco="let t; prefix: 'app.toast'">
      @for (toast of toasts.all(); track toast.id) {
        <div class="toast" [attr.data-tone]="toast.tone">
          <lotse-icon [name]="icons[toast.tone]" />
          <span class="text">{{ toast.text }}</span>
          @if (toast.undo) {
            <button class="undo" type="button" aria-keyshortcuts="Control+Z Meta+Z" [title]="t('undoKeys')" (click)="undo(toast)">
              {{ t('undo') }}<span class="left" aria-hidden="true">{{ toast.left }} s</span>
            </button>
          }
          <button class="close" type="button" [attr.aria-label]="t('close')" (click)="toasts.close(toast.id)">
            <lotse-icon name="close" />
          </button>
        </div>
      }
    </ng-container>
  `,
  styleUrl: './toast-area.scss',
})
export class ToastArea {
  protected readonly toasts = inject(Toasts);
  protected readonly icons = TONE_ICONS;

  /** Ctrl+Z takes the latest step back, except where somebody writes: there it belongs to the text. */
  protected key(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.defaultPrevented)
      return;
    const at = event.target instanceof HTMLElement ? event.target : undefined;
    if (at?.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return;
    if (this.toasts.undoLatest()) event.preventDefault();
  }

  protected undo(toast: Toast): void {
    toast.undo?.();
    this.toasts.close(toast.id);
  }
}
