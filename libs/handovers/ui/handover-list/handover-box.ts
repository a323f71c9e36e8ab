import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import { HANDOVER_KINDS, HANDOVER_STATES, type HandoverBox, type HandoverKind, type HandoverState } from '@lotse/handovers/contract';
import { Filter, FilterBar, keepLast, LiveUpdates, Paginator, StateBlock, urlFilters } from '@lotse/shared/ui';
import { HandoverCard } from '../handover-card/handover-card';
import { HandoversClient } from '../handovers-client';

/** One box: what waits for a decision first, the history below. Decisions of others arrive by themselves. */
@Component({
  selector: 'lotse-handover-box',
  imports: [Filter, FilterBar, HandoverCard, Paginator, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './handover-box.html',
  styleUrl: './handover-box.scss',
})
export class HandoverBoxList {
  /** From the route. */
  readonly box = input.required<HandoverBox>();
  protected readonly filters = urlFilters({ state: '', kind: '', page: '1' });
  protected readonly states = HANDOVER_STATES;
  protected readonly kinds = HANDOVER_KINDS;

  protected readonly handovers = inject(HandoversClient).list(() => {
    const { state, kind, page } = this.filters.value();
    return { box: this.box(), state: state as HandoverState, kind: kind as HandoverKind, page: Number(page) || 1 };
  });
  protected readonly page = keepLast(this.handovers);
  protected readonly groups = computed(() => {
    const items = this.page()?.items ?? [];
    return [
      { key: 'open', items: items.filter(({ state }) => state === 'OFFERED') },
      { key: 'history', items: items.filter(({ state }) => state !== 'OFFERED') },
    ].filter((group) => group.items.length);
  });
  protected readonly empty = computed(() =>
    this.page()?.total === 0 ? (this.filters.changed() ? ('filtered' as const) : ('nothing' as const)) : undefined,
  );

  constructor() {
    inject(LiveUpdates)
      .on('handover')
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.handovers.reload());
  }
}
