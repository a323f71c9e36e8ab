import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** A German school grade with its word: `2 gut`. Number and word, never colour alone. */
@Component({
  selector: 'lotse-grade',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ng-container *transloco="let t; prefix: 'app.grade'"
    ><strong>{{ value() }}</strong> <span>{{ t(key()) }}</span></ng-container
  >`,
  styles: `
    :host {
      white-space: nowrap;
    }
    strong {
      display: inline-grid;
      place-items: center;
      min-inline-size: 1.5rem;
      margin-inline-end: 0.25rem;
      border: 1px solid currentColor;
      border-radius: var(--lotse-radius);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Grade {
  /** 1 (sehr gut) to 6 (ungenügend). */
  readonly value = input.required<number>();
  protected readonly key = computed(() => String(Math.min(6, Math.max(1, Math.round(this.value())))));
}
