import { afterRenderEffect, ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, ElementRef, inject, input } from '@angular/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Appearance } from '../appearance/appearance';
import { chartTheme } from './chart-theme';

use([AriaComponent, BarChart, GridComponent, LegendComponent, LineChart, MarkLineComponent, SVGRenderer, TooltipComponent]);

/** The drawing itself, in the colours of the present theme. Only `Chart` uses it, lazily. */
@Component({
  selector: 'lotse-chart-canvas',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: '',
})
export class ChartCanvas {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly view = inject(DOCUMENT).defaultView!;
  private readonly appearance = inject(Appearance);
  readonly options = input.required<EChartsCoreOption>();
  readonly label = input.required<string>();
  private chart: ECharts | undefined;

  constructor() {
    const system = this.view.matchMedia('(prefers-color-scheme: dark)');
    const resized = new ResizeObserver(() => this.chart?.resize());
    afterRenderEffect(() => {
      this.appearance.theme();
      this.draw(this.options());
    });
    const redraw = (): void => this.draw(this.options());
    system.addEventListener('change', redraw);
    resized.observe(this.element);
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
      system.removeEventListener('change', redraw);
      this.chart?.dispose();
    });
  }

  /** A theme belongs to a chart for its whole life: another theme is another chart. */
  private draw(options: EChartsCoreOption): void {
    this.chart?.dispose();
    this.chart = init(this.element, chartTheme(this.element), { renderer: 'svg' });
    const still = this.view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.chart.setOption({ animation: !still, ...options });
  }
}
