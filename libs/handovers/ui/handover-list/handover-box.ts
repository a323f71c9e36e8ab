import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  HANDOVER_KINDS,
  HANDOVER_STATES,
  type HandoverBox,
  type HandoverDto,
  type HandoverKind,
  type HandoverState,
  type OfferOutcome,
  type RefusalReason,
} from '@lotse/handovers/contract';
import { Filter, FilterBar, keepLast, LiveUpdates, Paginator, ShortDate, StateBlock, urlFilters } from '@lotse/shared/ui';
import { HandoverCard } from '../handover-card/handover-card';
import { HandoversClient } from '../handovers-client';
import { inPlace } from './in-place';

/**
 * One box: what waits for a decision first, the history below. Decisions of others arrive by themselves; what was decided here
 * stays where it is, as decided, until the person leaves the list or narrows it.
 */
@Component({
  selector: 'lotse-handover-box',
  imports: [Filter, FilterBar, HandoverCard, Paginator, ShortDate, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './handover-box.html',
  styleUrl: './handover-box.scss',
})
export class HandoverBoxList {
  /** From the route. */
  readonly box = input.required<HandoverBox>();
  protected readonly filters = urlFilters({ state: '', kind: '', outcome: '', reason: '', from: '', to: '', confidential: '', page: '1' });
  protected readonly states = HANDOVER_STATES;
  protected readonly kinds = HANDOVER_KINDS;

  private readonly client = inject(HandoversClient);
  protected readonly handovers = this.client.list(() => {
    const { state, kind, outcome, reason, from, to, confidential, page } = this.filters.value();
    return {
      box: this.box(),
      state: state as HandoverState,
      kind: kind as HandoverKind,
      outcome: outcome as OfferOutcome,
      reasonCode: reason as RefusalReason,
      from,
      to,
      confidential: confidential as 'false',
      page: Number(page) || 1,
    };
  });
  protected readonly page = keepLast(this.handovers);
  /** What was decided in this view, as it is now. */
  protected readonly decided = linkedSignal<unknown, ReadonlyMap<string, HandoverDto>>({
    source: this.filters.value,
    computation: () => new Map(),
  });
  private readonly open = linkedSignal<
    { items: readonly HandoverDto[]; decided: ReadonlyMap<string, HandoverDto> },
    readonly HandoverDto[]
  >({
    source: () => ({ items: this.page()?.items ?? [], decided: this.decided() }),
    computation: ({ items, decided }, before) => inPlace(items, decided, before?.value ?? []),
  });
  protected readonly groups = computed(() => {
    const history = (this.page()?.items ?? []).filter(({ id, state }) => state !== 'OFFERED' && !this.decided().has(id));
    return [
      { key: 'open', items: this.open() },
      { key: 'history', items: history },
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

  /** Reads one handover again after something was done to it here; the list stays as it stands. */
  protected again(id: string): void {
    this.client.read(id).subscribe({
      next: (now) => {
        if (now.state === 'OFFERED') this.handovers.reload();
        else this.decided.update((decided) => new Map(decided).set(id, now));
      },
      error: () => this.handovers.reload(),
    });
  }
}
