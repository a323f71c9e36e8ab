import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { HandoverDto } from '@lotse/handovers/contract';
import { DateTime, formatDate, Icon, Languages, Notice, ShortDate, StatusChip, Toasts } from '@lotse/shared/ui';
import { ClaimLine } from './claim-line';
import { HandoversClient } from '../handovers-client';
import { closing, KIND_ICONS, STATE_TONES } from '../looks';
import { TimeLeft } from '../time-left';
import { DecisionFailure, happenedOf } from './decision-failure';
import { DecisionForm, type FormAction } from './decision-form';
import { HandoverFacts } from './handover-facts';

/** One handover: what it is, how long there is, and what the person may do about it, in place. */
@Component({
  selector: 'lotse-handover-card',
  imports: [
    ClaimLine,
    DateTime,
    DecisionFailure,
    DecisionForm,
    HandoverFacts,
    Icon,
    MatButtonModule,
    Notice,
    RouterLink,
    ShortDate,
    StatusChip,
    TimeLeft,
    TranslocoDirective,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './handover-card.html',
  styleUrl: './handover-card.scss',
})
export class HandoverCard {
  private readonly client = inject(HandoversClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;

  readonly handover = input.required<HandoverDto>();
  /** Whether the details show from the start; those of an open offer always do. */
  readonly open = input(false);
  /** On the page of the case its title says nothing new. */
  readonly inCase = input(false);
  /** Decided a moment ago, in this list: it says so where the button was, and leads to the case. */
  readonly fresh = input(false);
  /** Something was done here, or found to be done already: load again. */
  readonly changed = output();

  protected readonly form = signal<FormAction | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);
  protected readonly sending = signal(false);
  /** What is open stays so when a decision is taken here: nothing moves below the pointer. */
  protected readonly details = linkedSignal<HandoverDto, boolean>({
    source: this.handover,
    computation: (handover, before) => this.open() || handover.state === 'OFFERED' || (before?.source.id === handover.id && before.value),
  });
  protected readonly tone = computed(() => STATE_TONES[this.handover().state]);
  protected readonly icon = computed(() => KIND_ICONS[this.handover().kind]);
  protected readonly closing = computed(() => closing(this.handover()));
  protected readonly title = computed(() => {
    const { companyName, caseTitle } = this.handover();
    return [companyName, caseTitle].filter(Boolean).join(' · ');
  });
  protected readonly forms = computed(() => {
    const { actions, mayAsk } = this.handover();
    const rest: FormAction[] = actions.filter((action) => action !== 'accept');
    return mayAsk ? [...rest, 'ask' as const] : rest;
  });

  /** The second half of a double click decides nothing: what it meets is not what the person aimed at. */
  protected accept({ detail }: MouseEvent): void {
    if (detail > 1) return;
    const { id, kind } = this.handover();
    this.error.set(undefined);
    this.sending.set(true);
    this.client.decide(id, 'accept', {}).subscribe({
      next: () => this.finished(kind === 'TRANSFER' ? 'accept' : 'acceptShare'),
      error: (error: unknown) => this.failed(error),
    });
  }

  protected finished(done: string): void {
    this.sending.set(false);
    this.form.set(undefined);
    this.toasts.show(this.transloco.translate(`handover.done.${done}`));
    this.changed.emit();
  }

  private failed(error: unknown): void {
    this.sending.set(false);
    this.error.set(error);
    this.tellWhoWasFirst(error);
    this.changed.emit();
  }

  /** As a toast too: the card moves to the history when the list loads again, and its own message with it. */
  private tellWhoWasFirst(error: unknown): void {
    const happened = happenedOf(error);
    if (!happened) return;
    const { state, who, at } = happened;
    const words = {
      state: this.transloco.translate<string>(`handover.state.${state}`),
      who: who === 'Lotse' ? this.transloco.translate<string>('handover.bySystem') : who,
      at: formatDate(at, this.language(), 'dayTime'),
    };
    this.toasts.show(this.transloco.translate('handover.happened', words), { tone: 'warning' });
  }
}
