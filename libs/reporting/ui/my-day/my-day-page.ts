import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, linkedSignal, viewChildren } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { DueDate, FollowUpWords } from '@lotse/cases/ui';
import type { DayItemDto, DayKind, MyDayDto } from '@lotse/reporting/contract';
import { DAY_KINDS } from '@lotse/reporting/contract';
import {
  CurrentSession,
  formatDate,
  Icon,
  type IconName,
  keepLast,
  Languages,
  LiveUpdates,
  PageHead,
  StateBlock,
  urlFilters,
} from '@lotse/shared/ui';
import { debounceTime } from 'rxjs';
import { dayGroups, stepTo } from './day-groups';

const ICONS: Record<DayKind, IconName> = {
  RECOVERY: 'phone',
  HANDOVER: 'inbox',
  FOLLOW_UP: 'bell',
  NEXT_STEP: 'calendar',
  WAITING: 'pause',
  NO_NEXT_STEP: 'help',
};

/**
 * The start page: what must I do now? One list, worked by keys alone: arrows choose, Enter opens. Every figure above it shows
 * exactly its entries.
 */
@Component({
  selector: 'lotse-my-day-page',
  imports: [DueDate, Icon, MatButtonModule, PageHead, RouterLink, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown.arrowdown)': 'begin($event)' },
  templateUrl: './my-day-page.html',
  styleUrl: './my-day-page.scss',
})
export class MyDayPage {
  private readonly language = inject(Languages).current;
  protected readonly session = inject(CurrentSession);
  protected readonly words = inject(FollowUpWords);
  protected readonly filters = urlFilters({ art: '' });
  protected readonly day = httpResource<MyDayDto>(() => '/api/v1/my-day');
  protected readonly page = keepLast(this.day);

  protected readonly today = computed(() => formatDate(new Date().toISOString(), this.language(), 'long'));
  protected readonly kind = computed(() => DAY_KINDS.find((kind) => kind === this.filters.value().art));
  protected readonly counts = computed(() => this.page()?.counts.filter(({ count }) => count > 0) ?? []);
  protected readonly groups = computed(() => dayGroups(this.page()?.items ?? [], this.kind()));
  private readonly order = computed(() => this.groups().flatMap(({ items }) => items));
  /** One entry takes part in the tab order; the arrows move it. */
  protected readonly chosen = linkedSignal<readonly DayItemDto[], string | undefined>({
    source: this.order,
    computation: (items, before) =>
      items.find((item) => keyOf(item) === before?.value)?.id && before ? before.value : items[0] && keyOf(items[0]),
  });
  private readonly links = viewChildren<unknown, ElementRef<HTMLElement>>('entry', { read: ElementRef });

  protected readonly icons = ICONS;
  protected readonly keyOf = keyOf;

  constructor() {
    inject(LiveUpdates)
      .on('case', 'handover')
      .pipe(debounceTime(1_000), takeUntilDestroyed())
      .subscribe(() => this.day.reload());
  }

  /** Arrow down from nowhere in particular goes to the list: no Tab through the whole page. */
  protected begin(event: Event): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('body, main')) return;
    const at = this.order().findIndex((item) => keyOf(item) === this.chosen());
    if (at < 0) return;
    event.preventDefault();
    this.links()[at]?.nativeElement.focus();
  }

  protected step(event: KeyboardEvent): void {
    const items = this.order();
    const to = stepTo(
      event.key,
      items.findIndex((item) => keyOf(item) === this.chosen()),
      items.length,
    );
    const next = to === undefined ? undefined : items[to];
    if (to === undefined || !next) return;
    event.preventDefault();
    this.chosen.set(keyOf(next));
    this.links()[to]?.nativeElement.focus();
  }
}

/** Kind and id together: a case can have a next step and a follow-up. */
const keyOf = ({ kind, id }: DayItemDto): string => `${kind} ${id}`;
