import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CaseDto, detailFields } from '@lotse/cases/contract';
import { Icon, Languages, ShortDate } from '@lotse/shared/ui';
import { CaseStore } from '../case-page/case-store';
import { RelocationClient } from '../relocation/relocation-client';
import { DetailText } from './detail-text';
import { FactsForm } from './facts-form';

/** The tab "Eckdaten": the own fields of the type, and the form that changes them (`?bearbeiten=1`). */
@Component({
  selector: 'lotse-case-facts',
  imports: [FactsForm, Icon, MatButtonModule, ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-facts.html',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem;
      margin-block-end: 0.5rem;
    }
    h2 {
      margin: 0;
    }
  `,
})
export class CaseFacts {
  private readonly router = inject(Router);
  private readonly words = inject(DetailText);
  private readonly languages = inject(Languages);
  protected readonly store = inject(CaseStore);
  readonly bearbeiten = input<string>();

  private readonly counting = inject(RelocationClient).of(() => {
    const current = this.store.current();
    return current?.access === 'FULL' && (current.type === 'RELOCATION' || current.type === 'SETTLEMENT') ? current.id : undefined;
  });
  /** What the case is in the figures of settlement; nothing for a case of another type or organisation. */
  protected readonly counted = computed(() => (this.counting.hasValue() ? this.counting.value().kind : undefined));
  protected readonly editing = computed(() => this.bearbeiten() === '1' && this.store.mayChange());
  protected readonly facts = computed(() => {
    this.languages.current();
    const current = this.store.current();
    if (!current) return [];
    return detailFields(current.type)
      .map(({ name }) => ({ name, label: this.words.label(name), value: this.words.value(name, current.details[name]) }))
      .filter(({ value }) => value);
  });

  constructor() {
    effect(() => {
      if (this.store.changed() > 0) untracked(() => this.counting.reload());
    });
  }

  protected edit(on: boolean): void {
    void this.router.navigate([], { queryParams: { bearbeiten: on ? '1' : null }, queryParamsHandling: 'merge', replaceUrl: !on });
  }

  protected saved(changed: CaseDto): void {
    this.store.set(changed);
    this.edit(false);
  }
}
