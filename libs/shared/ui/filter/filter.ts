import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Icon } from '../icon/icon';
import type { UrlFilters } from './url-filters';

/** One choice of a filter; `value` is what stands in the URL. */
export interface FilterOption {
  value: string;
  label: string;
}

/** One part of the sentence: a button that says the present choice and opens the others. */
@Component({
  selector: 'lotse-filter',
  imports: [Icon, MatMenuModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button class="part" type="button" [class.set]="set()" [matMenuTriggerFor]="menu" [attr.aria-label]="label() + ': ' + text()">
      {{ text() }}<lotse-icon name="chevron-down" />
    </button>
    <mat-menu #menu="matMenu">
      @for (option of options(); track option.value) {
        <button mat-menu-item role="menuitemradio" [attr.aria-checked]="option.value === selected()" (click)="choose(option.value)">
          <lotse-icon class="choice" name="check" [style.visibility]="option.value === selected() ? 'visible' : 'hidden'" />{{
            option.label
          }}
        </button>
      }
    </mat-menu>
  `,
  styleUrl: './filter.scss',
})
export class Filter<T extends Record<string, string>> {
  readonly in = input.required<UrlFilters<T>>();
  /** Its name in the URL. */
  readonly name = input.required<keyof T & string>();
  /** What is filtered, for screen readers: "Status". */
  readonly label = input.required<string>();
  /** The first option is the neutral one. */
  readonly options = input.required<readonly FilterOption[]>();

  protected readonly selected = computed(() => this.in().value()[this.name()]);
  protected readonly text = computed(() => this.options().find(({ value }) => value === this.selected())?.label ?? this.label());
  protected readonly set = computed(() => this.selected() !== this.options()[0]?.value);

  protected choose(value: string): void {
    this.in().set({ [this.name()]: value } as Partial<T>);
  }
}
