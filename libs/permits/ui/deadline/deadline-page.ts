import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FEDERAL_STATES, PERIOD_UNITS } from '@lotse/shared/contract';
import {
  aDay,
  CurrentSession,
  dayOf,
  Field,
  Icon,
  Input,
  keepLast,
  Languages,
  Notice,
  PageHead,
  StateBlock,
  Toasts,
  urlFilters,
  WeekdayDate,
} from '@lotse/shared/ui';
import { PermitsClient } from '../permits-client';
import { DayList } from './day-list';
import { DEADLINE_VIEW, deadlineQuery } from './deadline-view';
import { MonthSheets } from './month-sheets';

/** "Fristenrechner": from a day on so many units, with every counted and every skipped day and why. */
@Component({
  selector: 'lotse-deadline-page',
  imports: [
    DayList,
    Field,
    FormField,
    Icon,
    Input,
    MatButtonModule,
    MonthSheets,
    Notice,
    PageHead,
    StateBlock,
    TranslocoDirective,
    WeekdayDate,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deadline-page.html',
  styleUrl: './deadline-page.scss',
})
export class DeadlinePage {
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly session = inject(CurrentSession);

  protected readonly units = PERIOD_UNITS;
  protected readonly states = FEDERAL_STATES;
  protected readonly ownState = computed(() => this.session.calendar().state);
  protected readonly filters = urlFilters(DEADLINE_VIEW);
  private readonly query = computed(() => deadlineQuery(this.filters.value(), this.language()));
  protected readonly resource = inject(PermitsClient).deadline(() => this.query());
  private readonly answer = keepLast(this.resource);
  protected readonly result = computed(() => (this.query() ? this.answer() : undefined));
  protected readonly asked = computed(() => this.query());
  protected readonly asList = computed(() => this.filters.value().view === 'list');

  protected readonly fields = signal({ from: dayOf(new Date()), amount: '35', unit: 'WORKING_DAY', state: '', own: false });
  protected readonly form = form(this.fields, (path) => {
    required(path.from);
    aDay(path.from);
    required(path.amount);
    pattern(path.amount, /^\d{1,4}$/);
  });
  protected readonly outOfRange = computed(() => Number(this.fields().amount) > 1000 || Number(this.fields().amount) === 0);

  constructor() {
    // A link is the question: what stands in it stands in the form.
    effect(() => {
      const { from, amount, unit, state, own } = this.filters.value();
      if (from) untracked(() => this.fields.set({ from, amount, unit, state, own: own === 'true' }));
    });
  }

  protected calculate(): void {
    this.form().markAsTouched();
    if (this.form().invalid() || this.outOfRange()) return;
    const { from, amount, unit, state, own } = this.fields();
    this.filters.set({ from, amount: String(Number(amount)), unit, state, own: own && !state ? 'true' : '' });
  }

  protected copyLink(): void {
    void navigator.clipboard
      .writeText(location.href)
      .then(() => this.toasts.show(this.transloco.translate<string>('permit.deadline.copied')));
  }
}
