import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon, type IconName, PageHead } from '@lotse/shared/ui';

/** A page that only says something. Its actions are projected. */
@Component({
  selector: 'lotse-plain-page',
  imports: [Icon, PageHead],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="mark"><lotse-icon [name]="icon()" /></span>
    <lotse-page-head [title]="title()" />
    <p>{{ text() }}</p>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 36rem;
      padding-block: 3rem;
    }
    .mark {
      display: inline-grid;
      place-items: center;
      inline-size: 3rem;
      block-size: 3rem;
      margin-block-end: 1rem;
      border-radius: 50%;
      background: var(--lotse-selected);
      color: var(--mat-sys-primary);
      font-size: 1.25rem;
    }
    p {
      margin-block: -0.75rem 1.5rem;
      color: var(--mat-sys-on-surface-variant);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
  `,
})
export class PlainPage {
  readonly icon = input.required<IconName>();
  readonly title = input.required<string>();
  readonly text = input.required<string>();
}
