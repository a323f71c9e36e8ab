import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { UrlFilters } from './url-filters';

/**
 * The filters of a list, read as one sentence: "Offene Vorgänge · meine · fällig in 7 Tagen". Holds `<lotse-filter>`s and,
 * marked with `search`, a search field in front.
 */
@Component({
  selector: 'lotse-filter-bar',
  imports: [MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="bar" role="group" *transloco="let t; prefix: 'app.filter'" [attr.aria-label]="t('label')">
      <ng-content select="[search]" />
      <div class="sentence"><ng-content /></div>
      @if (of().changed()) {
        <button matButton type="button" (click)="of().clear()">{{ t('clear') }}</button>
      }
    </div>
  `,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
      margin-block-end: 1rem;
    }
    .sentence {
      display: contents;
    }
    /* On a phone the sentence is one line to be swiped, fading where it runs off, so that the list begins on the first screen. */
    @media (max-width: 600px) {
      .sentence {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: max-content;
        justify-content: start;
        gap: 0.5rem;
        inline-size: 100%;
        padding: 0.25rem;
        margin-inline: -0.25rem;
        padding-inline-end: 2.5rem;
        overflow-x: auto;
        scroll-padding-inline: 0 2.5rem;
        scrollbar-width: none;
        mask-image: linear-gradient(to right, black calc(100% - 2.5rem), transparent);
      }
    }
  `,
})
export class FilterBar {
  /** The filters of the list; a button clears them once the view differs from its start. */
  readonly of = input.required<Pick<UrlFilters<Record<string, string>>, 'changed' | 'clear'>>();
}
