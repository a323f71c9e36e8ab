import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

/**
 * A column head that sorts: `<th lotseSort="name" [sort]="filters.value().sort" (sortChange)="filters.set({ sort: $event })">Name</th>`.
 * The sort key is the column, with a minus in front for descending.
 */
@Component({
  selector: 'th[lotseSort]',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-sort]': "direction() === 'up' ? 'ascending' : direction() === 'down' ? 'descending' : null", scope: 'col' },
  template: `
    <button type="button" (click)="sortChange.emit(next())">
      <ng-content />
      <lotse-icon [name]="direction() === 'down' ? 'arrow-down' : 'arrow-up'" [class.idle]="!direction()" />
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      margin: -0.25rem;
      padding: 0.25rem;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: inherit;
      cursor: pointer;
    }
    lotse-icon {
      font-size: 0.8rem;
    }
    .idle {
      opacity: 0;
    }
    button:hover .idle,
    button:focus-visible .idle {
      opacity: 0.6;
    }
  `,
})
export class SortHead {
  readonly lotseSort = input.required<string>();
  readonly sort = input<string>('');
  readonly sortChange = output<string>();

  protected readonly direction = computed(() =>
    this.sort() === this.lotseSort() ? 'up' : this.sort() === `-${this.lotseSort()}` ? 'down' : undefined,
  );
  protected readonly next = computed(() => (this.direction() === 'up' ? `-${this.lotseSort()}` : this.lotseSort()));
}
