import { afterRenderEffect, ChangeDetectionStrategy, Component, DestroyRef, DOCUMENT, ElementRef, inject, input } from '@angular/core';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { Appearance } from '../appearance/appearance';

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
    afterRenderEffect(() => {
      this.appearance.theme();
      this.chart ??= init(this.element, null, { renderer: 'svg' });
      this.chart.setOption({ ...this.themed(), ...this.options() }, true);
    });
    const resized = new ResizeObserver(() => this.chart?.resize());
    resized.observe(this.element);
    const system = this.view.matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => this.chart?.setOption({ ...this.themed(), ...this.options() }, true);
    system.addEventListener('change', redraw);
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
      system.removeEventListener('change', redraw);
      this.chart?.dispose();
    });
  }

  /** ECharts cannot read CSS variables: asks the browser what they are now. */
  private themed(): EChartsCoreOption {
    const style = this.view.getComputedStyle(this.element);
    const colour = (name: string): string => style.getPropertyValue(name).trim();
    const still = this.view.matchMedia('(prefers-reduced-motion: reduce)').matches;
    return {
      animation: !still,
      color: ['--lotse-chart-1', '--lotse-chart-2', '--lotse-chart-3', '--lotse-chart-4'].map(colour),
      textStyle: { fontFamily: 'Fira Sans', color: style.color },
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    };
  }
}
