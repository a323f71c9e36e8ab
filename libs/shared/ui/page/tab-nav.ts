import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** A tab that is a child route of the page. */
export interface PageTab {
  link: string;
  label: string;
  /** A figure beside the label, e.g. open offers; hidden when 0. */
  count?: number;
}

/** The tabs of a page as links: every tab has its own URL, Back works. Put a `<router-outlet>` below. */
@Component({
  selector: 'lotse-tab-nav',
  imports: [RouterLink, RouterLinkActive],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav #nav [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.link) {
        <a #link [routerLink]="tab.link" routerLinkActive="here" ariaCurrentWhenActive="page" (isActiveChange)="$event && show(nav, link)">
          {{ tab.label }}
          @if (tab.count) {
            <span class="count">{{ tab.count }}</span>
          }
        </a>
      }
    </nav>
  `,
  styleUrl: './tab-nav.scss',
})
export class TabNav {
  readonly tabs = input.required<readonly PageTab[]>();
  /** Names the navigation for screen readers. */
  readonly label = input.required<string>();

  /** On a narrow screen the tabs scroll sideways: the open one is always in sight, the former one beside it. */
  protected show(nav: HTMLElement, tab: HTMLElement): void {
    nav.scrollLeft += tab.getBoundingClientRect().left - nav.getBoundingClientRect().left - 48;
  }
}
