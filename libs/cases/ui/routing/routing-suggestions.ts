import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { RoutingSuggestionsDto } from '@lotse/cases/contract';

/** Who is probably responsible, with the reason of each; where the place is uncertain it says so. Taking one is a click, never a default. */
@Component({
  selector: 'lotse-routing-suggestions',
  imports: [MatButtonModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case.routing'">
      @if (suggestions().ambiguous) {
        <p>{{ t('ambiguous') }} {{ shown().length ? t('possible') : '' }}</p>
      }
      <ul role="list">
        @for (item of shown(); track item.organisationId) {
          <li>
            <span>
              <strong>{{ item.organisationName }}</strong>
              <span class="lotse-quiet">
                {{ t('reason.' + item.reason, { municipality: item.municipality, rule: item.ruleName }) }}
                @if (item.ruleText) {
                  {{ item.ruleText }}
                }
              </span>
            </span>
            @if (take(); as label) {
              <button
                matButton="outlined"
                type="button"
                [disabled]="item.organisationId === chosen()"
                [attr.aria-label]="(item.organisationId === chosen() ? chosenLabel() : label) + ': ' + item.organisationName"
                (click)="taken.emit(item.organisationId)"
              >
                {{ item.organisationId === chosen() ? chosenLabel() : label }}
              </button>
            }
          </li>
        } @empty {
          <li class="lotse-quiet">
            @if (own(); as item) {
              {{ t('own', { reason: t('reason.' + item.reason, { municipality: item.municipality, rule: item.ruleName }) }) }}
            } @else {
              {{ t('none') }}
            }
          </li>
        }
      </ul>
    </ng-container>
  `,
  styles: `
    p {
      margin: 0 0 0.5rem;
    }
    ul {
      display: grid;
      gap: 0.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1rem;
      align-items: center;
      justify-content: space-between;
    }
    li > span {
      display: grid;
      flex: 1 1 16rem;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class RoutingSuggestions {
  readonly suggestions = input.required<RoutingSuggestionsDto>();
  /** An organisation that is left out: the own one cannot be offered anything. */
  readonly without = input<string>();
  /** Label of the button that takes one; without it nothing can be taken. */
  readonly take = input<string>();
  readonly chosenLabel = input('');
  /** The organisation that is chosen already. */
  readonly chosen = input<string>();
  readonly taken = output<string>();

  protected readonly own = computed(() => this.suggestions().items.find(({ organisationId }) => organisationId === this.without()));
  protected readonly shown = computed(() => this.suggestions().items.filter(({ organisationId }) => organisationId !== this.without()));
}
