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
  host: { role: 'status' },
  template: `
    <ng-container *transloco="let t; prefix: 'app.toast'">
      @for (toast of toasts.all(); track toast.id) {
        <div class="toast" [attr.data-tone]="toast.tone">
          <lotse-icon [name]="icons[toast.tone]" />
          <span class="text">{{ toast.text }}</span>
          @if (toast.undo) {
            <button class="undo" type="button" (click)="undo(toast)">{{ t('undo') }}</button>
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

  protected undo(toast: Toast): void {
    toast.undo?.();
    this.toasts.close(toast.id);
  }
}
