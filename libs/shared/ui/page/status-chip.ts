import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { TONE_ICONS, type Tone } from './notice';

/** A state in a word: `<lotse-chip tone="success">angenommen</lotse-chip>`. The icon's shape says the same as the colour. */
@Component({
  selector: 'lotse-chip',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-tone]': 'tone()' },
  template: `<lotse-icon [name]="shape()" /><span><ng-content /></span>`,
  styles: `
    :host {
      --ink: var(--mat-sys-on-surface-variant);
      --fill: var(--lotse-chip-neutral);
      display: inline-flex;
      align-items: baseline;
      gap: 0.3rem;
      max-inline-size: 100%;
      padding: 0.05rem 0.55rem 0.05rem 0.4rem;
      border-radius: var(--lotse-radius);
      background: var(--fill);
      color: var(--ink);
      font-size: 0.8125rem;
      font-weight: 600;
      line-height: 1.375rem;
      white-space: nowrap;
    }
    :host([data-tone='info']) {
      --ink: var(--lotse-info-ink);
      --fill: var(--kern-color-feedback-info-background);
    }
    :host([data-tone='success']) {
      --ink: var(--lotse-success-ink);
      --fill: var(--kern-color-feedback-success-background);
    }
    :host([data-tone='warning']) {
      --ink: var(--lotse-warning-ink);
      --fill: var(--kern-color-feedback-warning-background);
    }
    :host([data-tone='danger']) {
      --ink: var(--lotse-danger-ink);
      --fill: var(--kern-color-feedback-danger-background);
    }
    lotse-icon {
      align-self: center;
      font-size: 0.8rem;
    }
    span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
})
export class StatusChip {
  readonly tone = input<Tone>('neutral');
  /** Another shape than the tone's own. */
  readonly icon = input<IconName>();
  protected readonly shape = computed(() => this.icon() ?? TONE_ICONS[this.tone()]);
}
