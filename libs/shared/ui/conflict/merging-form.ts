import { computed, signal } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { type Observable, of } from 'rxjs';
import { type Sent, submitTo } from '../form/submit-to';
import type { Choice, ConflictField } from './conflict-panel';
import { changedFields, isSame, merge } from './merge';
import { storedIn } from './stale';

interface Versioned {
  id: string;
  version: number;
}

/** What a form says of its fields, one level deep; a field may hold several values that belong together. */
export interface FormFields<Row, Fields> {
  /** The fields of a row, as the form holds them. */
  of: (row: Row) => Fields;
  /** The fields as they are typed now. */
  typed: () => Fields;
  /** Fills the form. */
  fill: (fields: Fields) => void;
  label: (field: keyof Fields & string) => string;
  /** A value in words. `stored` is the row the other change left. */
  text: (field: keyof Fields & string, fields: Fields, stored: Row) => string;
}

/**
 * Saves a form over a row that others may change meanwhile. Changes of different fields merge and are sent again by themselves;
 * a field that both changed asks with both values (`lotse-conflict`), again at every attempt until it is decided. Nothing typed is lost.
 */
export class MergingForm<Row extends Versioned, Fields extends object> {
  private readonly asked = signal<{ stored: Row; fields: readonly (keyof Fields & string)[] } | undefined>(undefined);
  private latest: Row | undefined;
  /** Whether changes of somebody else came along with the last one that was saved. */
  merged = false;

  /** What the panel asks; nothing while there is no conflict. */
  readonly conflicts = computed<readonly ConflictField[]>(
    () => {
      const asked = this.asked();
      if (!asked) return [];
      const { fields, stored } = asked;
      const text = (field: keyof Fields & string, values: Fields) => this.fields.text(field, values, stored);
      const typed = this.fields.typed();
      const theirs = this.fields.of(stored);
      return fields.map((field) => ({
        field,
        label: this.fields.label(field),
        mine: text(field, typed),
        theirs: text(field, theirs),
      }));
    },
    { equal: isSame },
  );

  constructor(private readonly fields: FormFields<Row, Fields>) {}

  /**
   * @param start the row the form was filled from, whatever the page knows by now
   * @param send changes the row it is given, which is `start` or what others made of it
   * @returns not done and without an error while the person is asked
   */
  async save<T>(
    form: FieldTree<T>,
    start: Row,
    send: (seen: Row, changed: readonly (keyof Fields & string)[]) => Observable<Row>,
  ): Promise<Sent<Row>> {
    for (;;) {
      const seen = this.latest?.id === start.id ? this.latest : start;
      const changed = changedFields(this.fields.of(seen), this.fields.typed());
      const sent = await submitTo(form, () => (changed.length ? send(seen, changed) : of(seen)));
      const stored = sent.done ? undefined : storedIn<Row>(sent.error);
      if (!stored) return sent;
      if (!this.joined(seen, stored)) return { done: false };
    }
  }

  /** Closes the panel; what the person chose goes on from what is stored. */
  decide(choices: Record<string, Choice>): void {
    const asked = this.asked();
    if (!asked) return;
    const theirs = this.fields.of(asked.stored);
    const fields = { ...this.fields.typed() };
    for (const field of asked.fields) if (choices[field] === 'theirs') fields[field] = theirs[field];
    this.goOn(fields, asked.stored);
  }

  /** Closes the panel; the next attempt asks again. */
  later(): void {
    this.asked.set(undefined);
  }

  private joined(seen: Row, stored: Row): boolean {
    const { values, conflicts } = merge(this.fields.of(seen), this.fields.typed(), this.fields.of(stored));
    if (conflicts.length === 0) {
      this.goOn(values, stored);
      return true;
    }
    this.fields.fill(values);
    this.asked.set({ stored, fields: conflicts });
    return false;
  }

  private goOn(fields: Fields, stored: Row): void {
    this.fields.fill(fields);
    this.latest = stored;
    this.merged = true;
    this.asked.set(undefined);
  }
}
