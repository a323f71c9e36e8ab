import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';

/**
 * Head of a page: the one h1, a line of facts below it, the actions at the right. Sets the browser's title too.
 *
 *     <lotse-page-head [title]="t('list')" [meta]="t('total', { n })">
 *       <a actions matButton="filled" routerLink="neu">…</a>
 *     </lotse-page-head>
 *
 * `[facts]` content stands in the line below the title (chips, names), `[actions]` content at the right.
 */
@Component({
  selector: 'lotse-page-head',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './page-head.html',
  styleUrl: './page-head.scss',
})
export class PageHead {
  readonly title = input.required<string>();
  /** Small line above the title, e.g. a file number. */
  readonly eyebrow = input<string>();
  /** Quiet line below the title. */
  readonly meta = input<string>();
  /** Where the list is this page came from. */
  readonly back = input<{ link: string | readonly unknown[]; label: string }>();

  constructor() {
    const browserTitle = inject(Title);
    effect(() => browserTitle.setTitle(this.title() ? `${this.title()} – Lotse` : 'Lotse'));
  }
}
