import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CaseType, detailFields, OUTSIDE_REGION } from '@lotse/cases/contract';
import { Field, Input } from '@lotse/shared/ui';
import { RegionClient } from '../region-client';
import type { DetailInputs } from './detail-values';

/** The controls for the own fields of a case type. */
@Component({
  selector: 'lotse-detail-fields',
  imports: [Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './detail-fields.html',
  styles: `
    :host {
      display: contents;
    }
    .full {
      grid-column: 1 / -1;
    }
    .unit {
      display: flex;
      align-items: center;
      gap: 0.5rem;
    }
  `,
})
export class DetailFields {
  protected readonly region = inject(RegionClient);
  protected readonly outside = OUTSIDE_REGION;
  readonly type = input.required<CaseType>();
  readonly form = input.required<FieldTree<DetailInputs>>();
  protected readonly fields = computed(() => detailFields(this.type()));
}
