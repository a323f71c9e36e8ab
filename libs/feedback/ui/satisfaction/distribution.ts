import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { GRADES } from '@lotse/feedback/contract';
import { Amount, Share } from '@lotse/shared/ui';

/** How often each grade was given: a table whose rows carry their bar. Grades are ordinal, so this stands before every mean. */
@Component({
  selector: 'lotse-distribution',
  imports: [Amount, Share, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table *transloco="let t">
      <caption>
        {{
          t('feedback.distribution.title')
        }}
      </caption>
      <thead class="cdk-visually-hidden">
        <tr>
          <th scope="col">{{ t('feedback.distribution.grade') }}</th>
          <th scope="col">{{ t('feedback.distribution.share') }}</th>
          <th scope="col">{{ t('feedback.distribution.count') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.grade) {
          <tr>
            <th scope="row">
              <b>{{ row.grade }}</b> {{ t('app.grade.' + row.grade) }}
            </th>
            <td class="bar">
              <span [style.inline-size]="row.width"></span><em>{{ row.share | share }}</em>
            </td>
            <td class="count">{{ row.count | amount }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './distribution.scss',
})
export class Distribution {
  /** Counts of the grades 1 to 6. */
  readonly counts = input.required<readonly number[]>();

  protected readonly rows = computed(() => {
    const counts = this.counts();
    const total = counts.reduce((sum, count) => sum + count, 0);
    const most = Math.max(1, ...counts);
    return GRADES.map((grade) => {
      const count = counts[grade - 1] ?? 0;
      return { grade, count, share: total ? count / total : 0, width: `calc((100% - 3.5rem) * ${count / most})` };
    });
  });
}
