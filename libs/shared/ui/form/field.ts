import { ChangeDetectionStrategy, Component, computed, inject, input, type Signal } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { FieldErrorText } from './field-error-text';

let last = 0;

/** What a field shows of the state of its signal form. Any `FieldTree` fits. */
export interface FieldLook {
  errors: Signal<readonly ValidationError[]>;
  touched: Signal<boolean>;
  required: Signal<boolean>;
}

/**
 * Label above, control, hint and error below, all tied together for screen readers:
 *
 *     <lotse-field [of]="form.email" [label]="t('email')" [hint]="t('emailHint')">
 *       <input lotseInput type="email" [formField]="form.email" />
 *     </lotse-field>
 *
 * Fields that may stay empty say so; required ones carry no star.
 */
@Component({
  selector: 'lotse-field',
  imports: [Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.wrong]': 'error() !== undefined' },
  templateUrl: './field.html',
  styleUrl: './field.scss',
})
export class Field {
  private readonly texts = inject(FieldErrorText);
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** The field of the signal form; without it the field shows no errors and no "optional". */
  readonly of = input<() => FieldLook>();
  /** `false` hides the word "optional" where it would only disturb. */
  readonly sayOptional = input(true);

  readonly id = `field-${++last}`;
  private readonly state = computed(() => this.of()?.());
  protected readonly optional = computed(() => this.sayOptional() && this.state()?.required() === false);
  readonly error = computed(() => {
    const state = this.state();
    const first = state?.errors()[0];
    return first && state.touched() ? this.texts.of(first) : undefined;
  });
  /** Ids of hint and error for `aria-describedby`. */
  readonly describedBy = computed(
    () => [this.hint() ? `${this.id}-hint` : '', this.error() === undefined ? '' : `${this.id}-error`].filter(Boolean).join(' ') || null,
  );
}
