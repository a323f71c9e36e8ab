import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CASE_TYPES, type CaseType, type RoutingSuggestionQueryDto } from '@lotse/cases/contract';
import { Field, Input, keepLast } from '@lotse/shared/ui';
import { RoutingClient } from './routing-client';
import { RoutingSuggestions } from './routing-suggestions';

/** The test field of the rules: which one hits, and why. Asks as soon as the postal code is whole; stores nothing. */
@Component({
  selector: 'lotse-routing-test',
  imports: [Field, Input, RoutingSuggestions, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="lotse-panel" aria-labelledby="routing-test" *transloco="let t; prefix: 'case'">
      <h2 id="routing-test">{{ t('routing.test') }}</h2>
      <p class="lotse-quiet">{{ t('routing.testText') }}</p>
      <div class="lotse-form">
        <lotse-field [label]="t('routing.caseType')">
          <select lotseInput #type (change)="ask({ caseType: typed(type.value) })">
            @for (choice of types; track choice) {
              <option [value]="choice">{{ t('type.' + choice) }}</option>
            }
          </select>
        </lotse-field>
        <lotse-field [label]="t('routing.postalCode')">
          <input lotseInput #code inputmode="numeric" maxlength="5" autocomplete="off" (input)="ask({ postalCode: whole(code.value) })" />
        </lotse-field>
        <lotse-field [label]="t('routing.town')">
          <input lotseInput #town autocomplete="off" maxlength="120" (change)="ask({ place: town.value })" />
        </lotse-field>
        <lotse-field [label]="t('routing.topicField')">
          <input lotseInput #topic autocomplete="off" maxlength="60" (change)="ask({ topic: topic.value })" />
        </lotse-field>
      </div>
      <div aria-live="polite">
        @if (shown(); as shown) {
          <lotse-routing-suggestions [suggestions]="shown" />
        }
      </div>
    </section>
  `,
  styles: `
    [aria-live] {
      margin-block-start: 1rem;
    }
  `,
})
export class RoutingTest {
  protected readonly types = CASE_TYPES;
  private readonly query = signal<RoutingSuggestionQueryDto>({ caseType: CASE_TYPES[0] });
  private readonly asked = computed(() => (this.query().postalCode || this.query().topic || this.query().place ? this.query() : undefined));
  protected readonly shown = keepLast(inject(RoutingClient).suggestion(this.asked));

  protected ask(change: Partial<RoutingSuggestionQueryDto>): void {
    this.query.update((query) => ({ ...query, ...change }));
  }

  protected typed(value: string): CaseType {
    return CASE_TYPES.find((type) => type === value) ?? CASE_TYPES[0];
  }

  /** Half a postal code asks nothing. */
  protected whole(value: string): string | undefined {
    return /^\d{5}$/.test(value) ? value : undefined;
  }
}
