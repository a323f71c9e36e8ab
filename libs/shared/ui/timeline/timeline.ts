import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { dayOf, formatDate, formatRelativeDay } from '../dates/format-date';
import { TimeOfDay } from '../dates/pipes';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { Languages } from '../language/languages';

/** What became different, both values as a person reads them; a missing one reads as "leer". */
export interface TimelineChange {
  label: string;
  from?: string | null;
  to?: string | null;
}

/** One event, already in words. */
export interface TimelineItem {
  id: string;
  icon: IconName;
  /** ISO instant or day at which it happened. */
  at: string;
  /** Person, and their organisation when it is another one: "Jana Weber, Rodgau". */
  who: string;
  /** What happened: "hat den Vorgang übergeben". */
  text: string;
  changes?: readonly TimelineChange[];
  /** Words written by a person, shown as they are. */
  note?: string | null;
  /** Quiet addition, e.g. "nachgetragen am 23.11.2026". */
  hint?: string;
}

/** Events, newest first as given, under the heading of their day. */
@Component({
  selector: 'lotse-timeline',
  imports: [Icon, TimeOfDay, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './timeline.html',
  styleUrl: './timeline.scss',
})
export class Timeline {
  private readonly language = inject(Languages).current;
  readonly items = input.required<readonly TimelineItem[]>();
  /** Level of the days' headings: one below the heading the timeline stands under. */
  readonly level = input(3);

  protected readonly days = computed(() => {
    const days: { day: string; items: TimelineItem[] }[] = [];
    for (const item of this.items()) {
      const day = dayOf(item.at);
      if (days.at(-1)?.day !== day) days.push({ day, items: [] });
      days.at(-1)!.items.push(item);
    }
    return days.map(({ day, items }) => ({ day, items, title: this.title(day) }));
  });

  protected readonly hasTime = (at: string): boolean => at.includes('T');

  private title(day: string): string {
    const date = formatDate(day, this.language(), 'weekday');
    const words = formatRelativeDay(day, this.language());
    return words === formatDate(day, this.language()) ? date : `${words.charAt(0).toUpperCase()}${words.slice(1)} · ${date}`;
  }
}
