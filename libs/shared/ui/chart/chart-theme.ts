/** Colours and type of the present theme, for ECharts, which cannot read CSS variables: asks the browser what they are now. */
export function chartTheme(element: HTMLElement): object {
  const style = getComputedStyle(element);
  const colour = (name: string): string => resolved(element, `var(${name})`);
  const text = style.color;
  const quiet = colour('--mat-sys-on-surface-variant');
  const line = colour('--lotse-line');
  const axis = {
    axisLine: { lineStyle: { color: quiet } },
    axisTick: { lineStyle: { color: quiet } },
    axisLabel: { color: quiet, fontSize: 13 },
    nameTextStyle: { color: quiet },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    color: ['--lotse-chart-1', '--lotse-chart-2', '--lotse-chart-3', '--lotse-chart-4'].map(colour),
    textStyle: { fontFamily: style.fontFamily, color: text },
    grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    legend: { textStyle: { color: text } },
    tooltip: { backgroundColor: colour('--lotse-toast'), borderWidth: 0, textStyle: { color: colour('--lotse-on-toast') } },
    line: { lineStyle: { width: 2.5 }, symbolSize: 9 },
    markLine: { label: { color: quiet }, lineStyle: { color: quiet } },
  };
}

/** `light-dark()` and KERN's `oklch()` become a plain colour only when the browser paints them. */
function resolved(element: HTMLElement, value: string): string {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const probe = document.createElement('span');
  probe.style.color = value;
  element.append(probe);
  const painted = getComputedStyle(probe).color;
  probe.remove();
  if (!canvas) return painted;
  canvas.fillStyle = painted;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
