import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';

/** One field both changed, its values as a person reads them. */
export interface ConflictField {
  field: string;
  label: string;
  mine: string;
  theirs: string;
}
export type Choice = 'mine' | 'theirs';

/**
 * After a 412: shows each field two people changed, with both values, and asks which holds. Nothing typed is lost.
 * Load the row again, compare with what was loaded before and with the form, and pass only fields that differ in both.
 */
@Component({
  selector: 'lotse-conflict',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  templateUrl: './conflict-panel.html',
  styleUrl: './conflict-panel.scss',
})
export class ConflictPanel {
  readonly fields = input.required<readonly ConflictField[]>();
  /** Who made the other change, if known. */
  readonly who = input<string>();
  readonly label = input<string>();
  /** The choice for every field, when all are made and confirmed. */
  readonly resolved = output<Record<string, Choice>>();
  /** The person keeps editing without deciding. */
  readonly cancelled = output();

  /** A choice holds while the other person's value is the one that was shown. */
  protected readonly choices = linkedSignal<readonly ConflictField[], Record<string, Choice>>({
    source: this.fields,
    computation: (fields, before) => {
      const still = fields.filter(({ field, theirs }) => before?.source.some((one) => one.field === field && one.theirs === theirs));
      const kept = still.flatMap(({ field }) => (before?.value[field] ? [[field, before.value[field]] as const] : []));
      return Object.fromEntries(kept);
    },
  });
  protected readonly complete = computed(() => this.fields().every(({ field }) => this.choices()[field]));

  protected choose(field: string, choice: Choice): void {
    this.choices.update((choices) => ({ ...choices, [field]: choice }));
  }
}
