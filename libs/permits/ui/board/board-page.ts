import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  CLOCK_KEYS,
  type ClockDto,
  type ClockKey,
  PROCEDURE_STATES,
  PROCEDURE_TYPES,
  type ProcedureSummaryDto,
} from '@lotse/permits/contract';
import {
  CurrentSession,
  dayOf,
  Filter,
  FilterBar,
  formatNumber,
  Icon,
  keepLast,
  Languages,
  LiveUpdates,
  PageHead,
  Paginator,
  RelativeDay,
  SortHead,
  StateBlock,
  StatusChip,
  urlFilters,
  WeekdayDate,
} from '@lotse/shared/ui';
import { debounceTime } from 'rxjs';
import { ClockLine } from '../parts/clock-line';
import { nextClock, URGENCY_LOOKS, urgencyOf } from '../parts/looks';
import { PermitsClient } from '../permits-client';
import { BOARD_VIEW, boardQuery, yearsBack } from './board-view';

/** The board: procedures by urgency, the net count beside the gross one, each with its definition. */
@Component({
  selector: 'lotse-board-page',
  imports: [
    ClockLine,
    Filter,
    FilterBar,
    Icon,
    MatButtonModule,
    PageHead,
    Paginator,
    RelativeDay,
    RouterLink,
    SortHead,
    StateBlock,
    StatusChip,
    TranslocoDirective,
    WeekdayDate,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './board-page.html',
  styleUrl: './board-page.scss',
})
export class BoardPage {
  private readonly client = inject(PermitsClient);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  protected readonly session = inject(CurrentSession);

  protected readonly filters = urlFilters(BOARD_VIEW);
  protected readonly list = this.client.list(() => boardQuery(this.filters.value()));
  protected readonly page = keepLast(this.list);
  private readonly places = keepLast(this.client.municipalities());
  protected readonly choices = computed(() => {
    const option = (prefix: string) => (value: string) => ({ value, label: this.say(`${prefix}.${value}`) });
    const any = (key: string) => ({ value: '', label: this.say(`board.${key}`) });
    return {
      state: PROCEDURE_STATES.map(option('board.state')),
      type: [any('anyType'), ...PROCEDURE_TYPES.map(option('type'))],
      municipality: [any('anyMunicipality'), ...(this.places()?.items ?? []).map(({ ags, name }) => ({ value: ags, label: name }))],
      year: [any('anyYear'), ...yearsBack(dayOf(new Date())).map((value) => ({ value, label: this.say('board.inYear', { year: value }) }))],
      clock: [any('anyClock'), ...CLOCK_KEYS.filter((key) => key !== 'GROSS').map(option('board.byClock'))],
    };
  });

  constructor() {
    inject(LiveUpdates)
      .on('case')
      .pipe(debounceTime(1_000), takeUntilDestroyed())
      .subscribe(() => this.list.reload());
  }

  protected clock({ clocks }: ProcedureSummaryDto, policy: ClockKey): ClockDto | undefined {
    return clocks.find((each) => each.policy === policy);
  }

  protected readonly urgency = urgencyOf;
  protected readonly looks = URGENCY_LOOKS;
  protected readonly next = nextClock;

  protected total(count: number): string {
    return this.say(count === 1 ? 'board.one' : 'board.many', { n: formatNumber(count, this.language()) });
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(`permit.${key}`, values, this.language());
  }
}
