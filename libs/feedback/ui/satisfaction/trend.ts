import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { TARGET_MEAN } from '@lotse/feedback/contract';
import type { SatisfactionQuarterDto } from '@lotse/feedback/contract';
import { Amount, Chart, type ChartTable, formatNumber, formatShare, Languages, Share } from '@lotse/shared/ui';
import { quarterName } from './period';

/** The mean of each quarter with its interval, as a chart and as a table beside it. Quarters below five answers have no point. */
@Component({
  selector: 'lotse-trend',
  imports: [Amount, Chart, Share, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './trend.html',
  styleUrl: './trend.scss',
})
export class Trend {
  private readonly language = inject(Languages).current;
  private readonly texts = inject(TranslocoService);
  readonly quarters = input.required<readonly SatisfactionQuarterDto[]>();
  protected readonly name = quarterName;
  protected readonly hasFigures = computed(() => this.quarters().some(({ mean }) => mean !== null));

  protected readonly options = computed(() => {
    const quarters = this.quarters();
    const t = this.translate();
    return {
      xAxis: { type: 'category', data: quarters.map(({ quarter }) => quarterName(quarter)) },
      yAxis: { type: 'value', inverse: true, min: 1, max: 6, interval: 1 },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => (typeof value === 'number' ? formatNumber(value, this.language(), 1) : '–'),
      },
      series: [
        {
          name: t('mean'),
          type: 'line',
          data: quarters.map(({ mean }) => mean),
          symbol: 'circle',
          symbolSize: 10,
          z: 3,
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { type: 'dashed' },
            label: { formatter: t('goal'), position: 'insideEndTop' },
            data: [{ yAxis: TARGET_MEAN }],
          },
        },
        {
          type: 'bar',
          stack: 'interval',
          silent: true,
          tooltip: { show: false },
          itemStyle: { opacity: 0 },
          data: quarters.map(({ interval }) => interval?.low ?? null),
        },
        {
          type: 'bar',
          stack: 'interval',
          silent: true,
          tooltip: { show: false },
          barWidth: 18,
          itemStyle: { color: 'currentColor', opacity: 0.22 },
          data: quarters.map(({ interval }) => (interval ? interval.high - interval.low : null)),
        },
      ],
    };
  });

  protected readonly table = computed<ChartTable>(() => {
    const t = this.translate();
    return {
      caption: t('title'),
      head: ['quarter', 'mean', 'interval', 'n', 'responseRate'].map((key) => t(key)),
      rows: this.quarters().map(({ quarter, mean, interval, n, asked, answered }) => [
        quarterName(quarter),
        formatNumber(mean, this.language(), 1) || '–',
        interval ? `${formatNumber(interval.low, this.language(), 1)}–${formatNumber(interval.high, this.language(), 1)}` : '–',
        n ? formatNumber(n, this.language()) : '–',
        asked ? formatShare(answered / asked, this.language()) : '–',
      ]),
    };
  });

  private translate(): (key: string) => string {
    const language = this.language();
    return (key) => this.texts.translate(`feedback.trend.${key}`, {}, language);
  }
}
