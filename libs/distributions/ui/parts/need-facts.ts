import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { NeedProfileDto } from '@lotse/distributions/contract';
import { formatNumber, Languages, ShortDate } from '@lotse/shared/ui';

/** What is needed, as all who are asked read it: exactly this and nothing else. */
@Component({
  selector: 'lotse-need-facts',
  imports: [ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl *transloco="let t" class="lotse-facts">
      @if (area(); as area) {
        <dt>{{ t('distribution.need.area') }}</dt>
        <dd>{{ area }} m²</dd>
      }
      @for (fact of facts(); track fact.name) {
        <dt>{{ t('distribution.need.' + fact.name) }}</dt>
        <dd>{{ fact.choice ? t('case.choice.' + fact.name + '.' + fact.choice) : fact.value }}</dd>
      }
      @if (need().moveInBy; as day) {
        <dt>{{ t('distribution.need.moveInBy') }}</dt>
        <dd>{{ day | shortDate }}</dd>
      }
      @if (need().words; as words) {
        <dt>{{ t('distribution.need.words') }}</dt>
        <dd class="words">{{ words }}</dd>
      }
      @if (isEmpty()) {
        <dt>{{ t('distribution.need.none') }}</dt>
        <dd>–</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(9rem, max-content) 1fr;
      gap: 0.25rem 1rem;
      margin: 0;
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .words {
      white-space: pre-line;
    }
    @media (width <= 600px) {
      dl {
        grid-template-columns: 1fr;
        gap: 0;
      }
      dd {
        margin-block-end: 0.375rem;
      }
    }
  `,
})
export class NeedFacts {
  private readonly language = inject(Languages).current;
  readonly need = input.required<NeedProfileDto>();

  protected readonly area = computed(() => {
    const { areaMin, areaMax } = this.need();
    const number = (value: number | undefined) => formatNumber(value, this.language());
    if (areaMin && areaMax) return areaMin === areaMax ? number(areaMin) : `${number(areaMin)}–${number(areaMax)}`;
    return areaMin ? `≥ ${number(areaMin)}` : areaMax ? `≤ ${number(areaMax)}` : undefined;
  });

  protected readonly facts = computed(() => {
    const { useClass, tenure, powerKw, transport, jobs } = this.need();
    const number = (value: number | undefined, unit = '') =>
      value === undefined || value === null ? '' : formatNumber(value, this.language()) + unit;
    return [
      { name: 'useClass', choice: useClass, value: '' },
      { name: 'tenure', choice: tenure, value: '' },
      { name: 'powerKw', choice: undefined, value: number(powerKw, ' kW') },
      { name: 'transport', choice: transport, value: '' },
      { name: 'jobs', choice: undefined, value: number(jobs) },
    ].filter(({ choice, value }) => choice || value);
  });

  protected readonly isEmpty = computed(() => !this.area() && !this.facts().length && !this.need().moveInBy && !this.need().words);
}
