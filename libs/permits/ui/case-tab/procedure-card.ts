import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ProcedureSummaryDto } from '@lotse/permits/contract';
import { Icon, ShortDate, StatusChip } from '@lotse/shared/ui';
import { ClockLine } from '../parts/clock-line';
import { ClockWords } from '../parts/clock-words';
import { URGENCY_LOOKS, urgencyOf } from '../parts/looks';

/** A procedure in the plan of its case: who decides, what it waits for, what is owed, and every count. */
@Component({
  selector: 'lotse-procedure-card',
  imports: [ClockLine, Icon, RouterLink, ShortDate, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article *transloco="let t; prefix: 'permit'" [attr.aria-labelledby]="'procedure-' + of().id">
      <p class="chips">
        <lotse-chip [tone]="looks().tone" [icon]="looks().icon">{{ t('urgency.' + urgency()) }}</lotse-chip>
        @if (of().owed; as owed) {
          <lotse-chip tone="warning" icon="document">{{ t(owed === 1 ? 'owed.one' : 'owed.many', { n: owed }) }}</lotse-chip>
        }
      </p>
      <div class="title" role="heading" [attr.aria-level]="level()" [id]="'procedure-' + of().id">
        <a [routerLink]="['/verfahren', of().id]">{{ of().title ?? t('type.' + of().type) }}</a>
      </div>
      <p class="lotse-quiet">
        @if (of().title) {
          {{ t('type.' + of().type) }} ·
        }
        {{ of().authority ?? t('noAuthority') }}
        @if (of().fileNumber) {
          · {{ t('fileNumberIs', { number: of().fileNumber }) }}
        }
      </p>
      @for (need of needs(); track need.id) {
        <p class="need">
          <lotse-icon [name]="need.closedOn ? 'check' : 'clock'" />
          @if (need.closedOn) {
            {{ t('plan.after', { title: need.title ?? t('type.' + need.type), date: (need.closedOn | shortDate) }) }}
          } @else {
            {{ t('plan.waits', { title: need.title ?? t('type.' + need.type) }) }}
          }
        </p>
      }
      @if (headline(); as headline) {
        <p class="headline">{{ headline }}</p>
      }
      @for (clock of others(); track clock.policy) {
        <lotse-clock-line [of]="clock" [brief]="clock.policy === 'GOAL_35'" />
      }
      @if (of().closedOn) {
        <p>{{ t('closedOn', { date: (of().closedOn | shortDate) }) }}</p>
      }
    </article>
  `,
  styles: `
    article {
      display: grid;
      align-content: start;
      gap: 0.5rem;
      block-size: 100%;
      padding: 1rem 1.25rem;
      border: 1px solid var(--lotse-line);
      border-radius: var(--lotse-radius-large);
      background: var(--mat-sys-surface);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
    }
    .title {
      font-size: 1.0625rem;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .need {
      display: flex;
      gap: 0.5rem;
      align-items: baseline;
    }
    .headline {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class ProcedureCard {
  private readonly words = inject(ClockWords);
  readonly of = input.required<ProcedureSummaryDto>();
  /** What it waits for. */
  readonly needs = input<readonly ProcedureSummaryDto[]>([]);
  /** Level of its heading. */
  readonly level = input(3);

  protected readonly urgency = computed(() => urgencyOf(this.of()));
  protected readonly looks = computed(() => URGENCY_LOOKS[this.urgency()]);
  protected readonly headline = computed(() => this.words.headline(this.of().clocks));
  /** The gross count stands in the headline; what never began says nothing of a procedure that is over. */
  protected readonly others = computed(() => {
    const { clocks, closedOn } = this.of();
    return clocks.filter(({ policy, state }) => policy !== 'GROSS' && !(closedOn && state === 'NOT_STARTED'));
  });
}
