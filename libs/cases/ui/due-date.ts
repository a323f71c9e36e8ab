import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Dueness } from '@lotse/cases/contract';
import { Icon, RelativeDay, ShortDate } from '@lotse/shared/ui';
import { DUE_ICONS } from './looks';

/** A day and how it stands to today, by words and shape: "vor 3 Tagen". The full date is its title. */
@Component({
  selector: 'lotse-due',
  imports: [Icon, RelativeDay, ShortDate],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-due]': 'dueness()' },
  template: `
    @if (day(); as day) {
      @if (icon(); as icon) {
        <lotse-icon [name]="icon" />
      }
      <time [attr.datetime]="day" [title]="day | shortDate">{{ day | relativeDay }}</time>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.25rem;
      white-space: nowrap;
    }
    :host([data-due='OVERDUE']) {
      color: var(--lotse-danger-ink);
      font-weight: 600;
    }
    :host([data-due='TODAY']) {
      color: var(--lotse-warning-ink);
      font-weight: 600;
    }
    lotse-icon {
      font-size: 0.875rem;
    }
  `,
})
export class DueDate {
  readonly day = input<string | null>();
  readonly dueness = input<Dueness | null>();
  protected readonly icon = computed(() => {
    const dueness = this.dueness();
    return dueness === 'OVERDUE' || dueness === 'TODAY' ? DUE_ICONS[dueness] : undefined;
  });
}
