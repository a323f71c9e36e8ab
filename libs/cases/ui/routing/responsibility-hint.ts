import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseType } from '@lotse/cases/contract';
import type { EstablishmentDto } from '@lotse/companies/contract';
import { CurrentSession, Notice } from '@lotse/shared/ui';
import { RoutingClient } from './routing-client';
import { RoutingSuggestions } from './routing-suggestions';

/** While a case is opened: who would probably be responsible, and why. It changes nothing. */
@Component({
  selector: 'lotse-responsibility-hint',
  imports: [Notice, RoutingSuggestions, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (found.hasValue()) {
      <lotse-notice *transloco="let t; prefix: 'case.routing'">
        @if (isOwn()) {
          <p>{{ t('ownFirst') }}</p>
        } @else if (first(); as first) {
          <p>
            <strong>{{ t('hint', { organisation: first.organisationName }) }}</strong> {{ t('hintOffer') }}
          </p>
        }
        <lotse-routing-suggestions [suggestions]="found.value()" />
      </lotse-notice>
    }
  `,
  styles: `
    p {
      margin: 0 0 0.5rem;
    }
  `,
})
export class ResponsibilityHint {
  readonly type = input.required<CaseType>();
  /** Establishments of the company; its main one says where the matter lies. */
  readonly establishments = input.required<readonly EstablishmentDto[]>();
  private readonly session = inject(CurrentSession);
  private readonly main = computed(() => this.establishments().find(({ isMain }) => isMain) ?? this.establishments()[0]);

  protected readonly found = inject(RoutingClient).suggestion(() => {
    const at = this.main();
    return at && { caseType: this.type(), postalCode: at.postalCode, place: at.place, ags: at.ags ?? undefined };
  });
  protected readonly first = computed(() => {
    const found = this.found.hasValue() ? this.found.value() : undefined;
    return found?.ambiguous ? undefined : found?.items[0];
  });
  protected readonly isOwn = computed(() => this.first()?.organisationId === this.session.organisation()?.id);
}
