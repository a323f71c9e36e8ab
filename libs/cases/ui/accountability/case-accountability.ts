import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DateTime, keepLast, StateBlock } from '@lotse/shared/ui';
import { CaseStore } from '../case-page/case-store';
import { CasesClient } from '../cases-client';
import { stretches } from './holding-times';

/** The tab "Zuständigkeit": a bar of who held the case and for whom it waited, and the same as a table. */
@Component({
  selector: 'lotse-case-accountability',
  imports: [DateTime, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-accountability.html',
  styleUrl: './case-accountability.scss',
})
export class CaseAccountability {
  private readonly store = inject(CaseStore);
  readonly id = input.required<string>();

  protected readonly resource = inject(CasesClient).accountability(() => this.id());
  private readonly last = keepLast(this.resource);
  protected readonly parts = computed(() => stretches(this.last()?.intervals ?? []));
  /** Organisations in the order they held the case: each has its colour, the role its pattern. */
  protected readonly holders = computed(() => [...new Set(this.parts().map(({ organisationName }) => organisationName))]);

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.resource.reload());
    });
  }

  protected colour(organisationName: string): string {
    return `var(--lotse-chart-${(this.holders().indexOf(organisationName) % 4) + 1})`;
  }
}
