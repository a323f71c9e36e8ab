import { booleanAttribute, ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type FieldTree, FormField, type SchemaPath, validate } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  addDays,
  isIsoDate,
  nextWorkingDay,
  type NoWorkingDay,
  type SpokenDate,
  spokenDate,
  spokenPastDate,
  whyNoWorkingDay,
} from '@lotse/shared/contract';
import { dayOf, formatDate } from '../dates/format-date';
import { Field } from '../form/field';
import { Input } from '../form/input';
import { Languages } from '../language/languages';
import { CurrentSession } from '../session/current-session';

const CHOICES = [
  { key: 'tomorrow', days: 1 },
  { key: 'week1', days: 7 },
  { key: 'week2', days: 14 },
] as const;
const PAST_CHOICES = [
  { key: 'today', days: 0 },
  { key: 'yesterday', days: -1 },
] as const;

/** For the schema of a form: what stands in the field is a day, or nothing. Words nobody understands are kept and say so. */
export const aDay = (path: SchemaPath<string>): void =>
  validate(path, ({ value }) => (value() === '' || isIsoDate(value()) ? undefined : { kind: 'spokenDay' }));

/**
 * A day in words: "in 2 Wochen", "nächsten Montag", "Ende März". The day found is shown at once, with the reason where it was moved to a
 * working day; beside it stands the calendar of the browser, below it three days people mean most often.
 *
 *     <lotse-when [of]="form.dueOn" [label]="t('when')" />
 */
@Component({
  selector: 'lotse-when',
  imports: [Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './when.html',
  styleUrl: './when.scss',
})
export class When {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly session = inject(CurrentSession);
  readonly of = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly sayOptional = input(true);
  /** Something that has happened: "gestern", "20.4."; a weekend or a holiday is a day like any other then. */
  readonly past = input(false, { transform: booleanAttribute });

  protected readonly choices = computed(() => (this.past() ? PAST_CHOICES : CHOICES));
  private readonly value = computed(() => this.of()().value());
  /** What was typed, while the day in the form is still the one it named. */
  protected readonly words = linkedSignal<string, string>({
    source: this.value,
    computation: (value, before) => (before && this.dayFor(before.value) === value ? before.value : isIsoDate(value) ? '' : value),
  });
  private readonly spoken = computed(() => (this.words().trim() ? this.find(this.words()) : undefined));
  protected readonly found = computed(() => {
    const spoken = this.spoken();
    return spoken ? this.say(spoken) : isIsoDate(this.value()) ? this.sayDay(this.value()) : '';
  });
  /** Instead of a day to come on which nobody works, taken from the calendar: the next working day. */
  protected readonly better = computed(() => {
    const day = this.value();
    if (this.past() || !isIsoDate(day) || day <= dayOf(new Date())) return undefined;
    const next = nextWorkingDay(day, this.session.calendar());
    if (next === day) return undefined;
    return { day: next, text: this.text('take', { date: formatDate(next, this.language(), 'weekday') }) };
  });

  protected read(event: Event): void {
    const words = event.target instanceof HTMLInputElement ? event.target.value : '';
    const field = this.of()();
    this.words.set(words);
    field.value.set(this.dayFor(words));
    field.markAsDirty();
  }

  protected leave(): void {
    this.of()().markAsTouched();
  }

  /** So many days from today, or the working day after. */
  protected pick(days: number): void {
    const day = addDays(dayOf(new Date()), days);
    this.of()().value.set(this.past() ? day : nextWorkingDay(day, this.session.calendar()));
  }

  protected take(day: string): void {
    const field = this.of()();
    field.value.set(day);
    field.markAsDirty();
  }

  private find(words: string): SpokenDate | undefined {
    const today = dayOf(new Date());
    if (!this.past()) return spokenDate(words, today, this.session.calendar());
    const day = spokenPastDate(words, today);
    return day ? { on: day, meant: day, moved: false } : undefined;
  }

  private dayFor(words: string): string {
    return words.trim() === '' ? '' : (this.find(words)?.on ?? words);
  }

  private say({ on, meant, reason }: SpokenDate): string {
    const language = this.language();
    const date = formatDate(on, language, 'weekday');
    if (!reason) return date;
    return this.text('moved', { date, meant: formatDate(meant, language), why: this.why(reason) });
  }

  private sayDay(day: string): string {
    const date = formatDate(day, this.language(), 'weekday');
    const reason = this.better() && whyNoWorkingDay(day, this.session.calendar());
    return reason ? this.text('noWorkingDay', { date, why: this.why(reason) }) : date;
  }

  private why(reason: NoWorkingDay): string {
    const language = this.language();
    if (`app.when.reason.${reason}` in this.transloco.getTranslation(language)) return this.text(`reason.${reason}`);
    return this.text('holiday', { name: this.transloco.translate<string>(`app.holiday.${reason}`, {}, language) });
  }

  private text(key: string, values: Record<string, string> = {}): string {
    return this.transloco.translate<string>(`app.when.${key}`, values, this.language());
  }
}
