import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatNumber } from '../dates/format-date';
import { Icon } from '../icon/icon';
import { Languages } from '../language/languages';

/** "1–50 von 512" with steps to the neighbouring pages. Shows nothing while everything fits one page. */
@Component({
  selector: 'lotse-paginator',
  imports: [Icon, MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (total() > 0) {
      <nav *transloco="let t; prefix: 'app.pages'" [attr.aria-label]="t('label')">
        <span aria-live="polite">{{ t('range', { from: number(from()), to: number(to()), total: number(total()) }) }}</span>
        @if (last() > 1) {
          <button
            matIconButton
            type="button"
            [attr.aria-label]="t('former')"
            [disabled]="page() <= 1"
            (click)="pageChange.emit(page() - 1)"
          >
            <lotse-icon name="chevron-left" />
          </button>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="t('next')"
            [disabled]="page() >= last()"
            (click)="pageChange.emit(page() + 1)"
          >
            <lotse-icon name="chevron-right" />
          </button>
        }
      </nav>
    }
  `,
  styles: `
    nav {
      display: flex;
      align-items: center;
      justify-content: flex-end;
      gap: 0.25rem;
      min-block-size: 2.5rem;
      padding-block: 0.5rem;
      color: var(--mat-sys-on-surface-variant);
      font-variant-numeric: tabular-nums;
    }
    span {
      margin-inline-end: 0.5rem;
    }
  `,
})
export class Paginator {
  private readonly language = inject(Languages).current;
  /** First page is 1. */
  readonly page = input.required<number>();
  readonly size = input(50);
  readonly total = input.required<number>();
  readonly pageChange = output<number>();

  protected readonly last = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
  protected readonly from = computed(() => Math.min((this.page() - 1) * this.size() + 1, this.total()));
  protected readonly to = computed(() => Math.min(this.page() * this.size(), this.total()));
  protected readonly number = (value: number): string => formatNumber(value, this.language());
}
