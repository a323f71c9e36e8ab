import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GRADES, TARGET_MEAN } from '@lotse/feedback/contract';
import type { IntervalDto } from '@lotse/feedback/contract';
import { formatNumber, Languages } from '@lotse/shared/ui';

/** Where a grade stands on the scale from 1 to 6, in percent of its length. */
const place = (grade: number): number => ((grade - 1) / 5) * 100;

/** The scale of grades with the goal, the mean and its interval drawn on it. */
@Component({
  selector: 'lotse-grade-scale',
  imports: [TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './grade-scale.html',
  styleUrl: './grade-scale.scss',
})
export class GradeScale {
  private readonly language = inject(Languages).current;
  readonly mean = input.required<number>();
  readonly interval = input.required<IntervalDto>();

  protected readonly grades = GRADES;
  protected readonly place = place;
  protected readonly goal = place(TARGET_MEAN);
  protected readonly from = computed(() => place(this.interval().low));
  protected readonly width = computed(() => place(this.interval().high) - this.from());
  protected readonly values = computed(() => ({
    mean: formatNumber(this.mean(), this.language(), 1),
    low: formatNumber(this.interval().low, this.language(), 1),
    high: formatNumber(this.interval().high, this.language(), 1),
  }));
}
