import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { form, FormField, maxLength, pattern, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { DISTRIBUTION_ANSWERS, DISTRIBUTION_NOTE_MAX } from '@lotse/distributions/contract';
import type { AnswerDistributionDto, DistributionAnswer, DistributionDto } from '@lotse/distributions/contract';
import { Field, formatNumber, Input, Languages, ProblemMessage, submitTo } from '@lotse/shared/ui';
import { DistributionsClient } from '../distributions-client';
import { amountOf, MONEY, WHOLE } from './amounts';
import { ExposeField } from './expose-field';

const EMPTY = { answer: 'OFFER', site: '', areaSqm: '', pricePerSqm: '', price: '', availableFrom: '', note: '' };

/** A site, none that fits, or no part in it. Sent again it replaces the former answer until the time is over. */
@Component({
  selector: 'lotse-answer-form',
  imports: [ExposeField, Field, FormField, Input, MatButtonModule, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './answer-form.html',
})
export class AnswerForm {
  private readonly client = inject(DistributionsClient);
  readonly distribution = input.required<DistributionDto>();
  readonly done = output<DistributionDto>();

  private readonly expose = viewChild(ExposeField);
  protected readonly sending = computed(() => this.expose()?.percent() !== undefined);
  /** The answer that has arrived, as it was sent: where only the file did not, only the file is sent again. */
  private arrived?: { as: string; result: DistributionDto };
  protected readonly error = signal<unknown>(undefined);
  protected readonly model = signal(EMPTY);
  protected readonly form = form(this.model, (path) => {
    const isOffer = ({ valueOf }: { valueOf: (field: typeof path.answer) => string }) => valueOf(path.answer) === 'OFFER';
    required(path.site, { when: isOffer });
    required(path.areaSqm, { when: isOffer });
    required(path.note, { when: ({ valueOf }) => valueOf(path.answer) === 'DECLINED' });
    pattern(path.areaSqm, WHOLE);
    pattern(path.pricePerSqm, MONEY);
    maxLength(path.site, 200);
    maxLength(path.price, 200);
    maxLength(path.note, DISTRIBUTION_NOTE_MAX);
  });

  constructor() {
    const language = inject(Languages).current;
    // What was answered before is where a change begins.
    effect(() => {
      const own = this.distribution().ownAnswer;
      if (!own || untracked(() => this.form().dirty())) return;
      this.model.set({
        answer: own.answer,
        site: own.site ?? '',
        areaSqm: formatNumber(own.areaSqm, language()),
        pricePerSqm: formatNumber(own.pricePerSqm, language(), 2),
        price: own.price ?? '',
        availableFrom: own.availableFrom ?? '',
        note: own.note ?? '',
      });
    });
  }

  /** A lead that let its own time pass may only say that it offers nothing. */
  protected choices(): readonly DistributionAnswer[] {
    return DISTRIBUTION_ANSWERS.filter((answer) => answer !== 'OFFER' || !this.distribution().timeLeft?.over);
  }

  protected choose(answer: DistributionAnswer): void {
    this.form.answer().value.set(answer);
  }

  protected async send(): Promise<void> {
    this.error.set(undefined);
    const { id } = this.distribution();
    const input = this.input();
    const as = JSON.stringify([id, input]);
    const expose = input.answer === 'OFFER' ? this.expose() : undefined;
    if (this.arrived?.as !== as || !expose?.file()) {
      const sent = await submitTo(this.form, () => this.client.answer(id, input));
      if (!sent.done) return this.error.set(sent.error);
      this.arrived = { as, result: sent.result };
    }
    try {
      this.done.emit((await expose?.send(id)) ?? this.arrived.result);
    } catch (error) {
      this.error.set(error);
    }
  }

  private input(): AnswerDistributionDto {
    const { answer, site, areaSqm, pricePerSqm, price, availableFrom, note } = this.model();
    const words = note.trim() ? { note } : {};
    if (answer !== 'OFFER') return { answer: answer as DistributionAnswer, ...words };
    const perSqm = amountOf(pricePerSqm);
    return {
      answer,
      site,
      areaSqm: amountOf(areaSqm) ?? 0,
      ...(perSqm !== undefined && { pricePerSqm: perSqm }),
      ...(price.trim() && { price }),
      ...(availableFrom && { availableFrom }),
      ...words,
    };
  }
}
