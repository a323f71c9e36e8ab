import type { Dueness } from '@lotse/cases/contract';
import type { DayItemDto, DayKind } from '@lotse/reporting/contract';

/** Entries of the same urgency. */
export interface DayGroup {
  key: Dueness | 'NONE';
  items: DayItemDto[];
}

const ORDER: DayGroup['key'][] = ['OVERDUE', 'TODAY', 'SOON', 'LATER', 'NONE'];

/** The list in groups by urgency, as the API ordered it; empty groups are left out. */
export function dayGroups(items: readonly DayItemDto[], kind?: DayKind): DayGroup[] {
  const shown = kind ? items.filter((item) => item.kind === kind) : items;
  return ORDER.map((key) => ({ key, items: shown.filter(({ dueness }) => (dueness ?? 'NONE') === key) })).filter(
    (group) => group.items.length > 0,
  );
}

/** Where the keys lead in a list of so many entries; undefined for keys that lead nowhere. */
export function stepTo(key: string, from: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1);
    case 'ArrowUp':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
