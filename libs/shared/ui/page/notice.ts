import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export const TONE_ICONS: Record<Tone, IconName> = {
  neutral: 'open',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
};

/** A short text that must be noticed: its tone shows as icon, edge and colour together. */
@Component({
  selector: 'lotse-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()' },
  template: `<lotse-icon [name]="icon()" />
    <div><ng-content /></div>`,
  styles: `
    :host {
      --edge: var(--kern-color-feedback-default);
      display: flex;
      gap: 0.75rem;
      padding: 0.75rem 1rem;
      border: 1px solid color-mix(in oklch, var(--edge) 40%, transparent);
      border-inline-start: 4px solid var(--edge);
      border-radius: var(--lotse-radius);
      background: var(--lotse-raised);
      color: var(--mat-sys-on-surface);
    }
    :host([data-tone='info']) {
      --edge: var(--kern-color-feedback-info);
    }
    :host([data-tone='success']) {
      --edge: var(--kern-color-feedback-success);
    }
    :host([data-tone='warning']) {
      --edge: var(--kern-color-feedback-warning);
    }
    :host([data-tone='danger']) {
      --edge: var(--kern-color-feedback-danger);
    }
    lotse-icon {
      color: var(--edge);
      margin-block-start: 0.1em;
    }
    div {
      min-inline-size: 0;
      flex: 1;
    }
  `,
})
export class Notice {
  readonly tone = input<Tone>('info');
  protected readonly icon = computed(() => TONE_ICONS[this.tone()]);
}
