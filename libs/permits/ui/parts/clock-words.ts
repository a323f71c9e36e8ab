import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ClockDto } from '@lotse/permits/contract';
import type { PeriodUnit } from '@lotse/shared/contract';
import { formatDate, formatNumber, Languages } from '@lotse/shared/ui';

/** Counts in the language of the interface, always with their unit: "Tag 23 von 35 Arbeitstagen", "noch 12", "8 Arbeitstage geruht". */
@Service()
export class ClockWords {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);

  /** The parts of the sentence about a count; they are joined by a dot in the middle. */
  parts(clock: ClockDto): string[] {
    const { elapsed, paused, state, startedOn } = clock;
    if (state === 'NOT_STARTED')
      return [startedOn ? this.say('startsOn', { date: this.date(startedOn) }) : this.say(`starts.${clock.start}`)];
    if (state === 'ASK') return [this.say('ask')];
    if (state === 'DEFERRED') return [this.say(clock.dueOn ? 'deferredUntil' : 'deferred', { date: this.date(clock.dueOn) })];
    if (elapsed === null) return [];
    if (clock.target === null) return [this.whole(clock, elapsed)];
    const first =
      clock.unit === 'MONTH'
        ? this.say('months', { n: this.number(elapsed), target: this.number(clock.target) })
        : this.say(clock.stoppedOn ? 'after' : 'day', {
            n: this.number(elapsed),
            target: this.number(clock.target),
            unit: this.say(`unit.${clock.unit}.of`),
          });
    return [first, ...this.left(clock), ...(paused > 0 ? [this.say('rested', { amount: this.amount(paused, clock.unit) })] : [])];
  }

  /** The net count and the gross one in one sentence, as the concept words it. */
  headline(clocks: readonly ClockDto[]): string {
    const [net, gross] = [clocks.find(({ policy }) => policy === 'GOAL_35'), clocks.find(({ policy }) => policy === 'GROSS')];
    const parts = [...(net ? this.parts(net) : []), ...(gross ? this.parts(gross) : [])];
    return parts.length ? `${this.say('processing')}: ${parts.join(' · ')}` : '';
  }

  /** "1 Arbeitstag", "8 Arbeitstage". */
  amount(n: number, unit: PeriodUnit): string {
    return this.say(`unit.${unit}.${Math.abs(n) === 1 ? 'one' : 'many'}`, { n: this.number(n) });
  }

  private whole({ unit, stoppedOn }: ClockDto, elapsed: number): string {
    return this.say(stoppedOn ? 'wholeClosed' : 'whole', { amount: this.amount(elapsed, unit) });
  }

  private left({ unit, remaining, daysLeft, stoppedOn, state }: ClockDto): string[] {
    if (stoppedOn) return [];
    if (unit === 'MONTH') {
      if (daysLeft === null) return [];
      const amount = this.amount(Math.abs(daysLeft), 'CALENDAR_DAY');
      return [daysLeft < 0 ? this.say('over', { amount }) : daysLeft === 0 ? this.say('today') : this.say('leftUnit', { amount })];
    }
    if (remaining === null) return [];
    if (state === 'OVERDUE' || remaining < 0) return [this.say('over', { amount: this.amount(Math.abs(remaining), unit) })];
    return [remaining === 0 ? this.say('today') : this.say('left', { n: this.number(remaining) })];
  }

  private number(value: number): string {
    return formatNumber(value, this.languages.current());
  }

  private date(value: string | null): string {
    return formatDate(value, this.languages.current(), 'weekday');
  }

  private say(key: string, values: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(`permit.clock.${key}`, values, this.languages.current());
  }
}
