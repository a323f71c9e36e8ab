import { ChangeDetectionStrategy, Component, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EChartsCoreOption } from 'echarts/core';
import { Icon } from '../icon/icon';
import { ChartCanvas } from './chart-canvas';

/** The figures of a chart as a table; the first column names the row. All texts ready to read. */
export interface ChartTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart with its figures as a table one click away. ECharts is loaded when the first chart is on screen. */
@Component({
  selector: 'lotse-chart',
  imports: [ChartCanvas, Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './chart.html',
  styleUrl: './chart.scss',
})
export class Chart {
  /** ECharts options without colours: the theme sets them. Series are told apart by symbol or pattern as well. */
  readonly options = input.required<EChartsCoreOption>();
  readonly table = input.required<ChartTable>();
  /** Height in rem. */
  readonly height = input(20);
  protected readonly asTable = signal(false);
}
