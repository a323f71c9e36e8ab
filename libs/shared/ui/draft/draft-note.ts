import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateTime } from '../dates/pipes';
import { Icon } from '../icon/icon';
import type { Draft } from './draft';

/** Says that a form holds what was typed earlier, and throws it away: `<lotse-draft [of]="draft" />`. */
@Component({
  selector: 'lotse-draft',
  imports: [DateTime, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-live': 'polite' },
  template: `
    @if (of().restoredAt(); as at) {
      <p *transloco="let t; prefix: 'app.draft'">
        <lotse-icon name="history" />
        <span>{{ t('restored', { at: (at | dateTime) }) }}</span>
        <button type="button" (click)="of().discard()">{{ t('discard') }}</button>
      </p>
    }
  `,
  styles: `
    /* Still heard when words come, but without a row of its own before. */
    :host(:empty) {
      position: absolute;
    }
    p {
      margin: 0;
      font-size: 0.875rem;
    }
    lotse-icon {
      margin-inline-end: 0.375rem;
    }
    button {
      min-block-size: 1.5rem;
      margin-inline-start: 0.25rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--mat-sys-primary);
      font: inherit;
      text-decoration: underline;
      cursor: pointer;
    }
  `,
})
export class DraftNote {
  readonly of = input.required<Pick<Draft<object>, 'restoredAt' | 'discard'>>();
}
