import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, Notice } from '@lotse/shared/ui';
import { RoutingClient } from './routing-client';
import { RoutingSuggestions } from './routing-suggestions';

/** On a new case: it waits for a person to decide who takes it; who that probably is, and why. Nothing is chosen here. */
@Component({
  selector: 'lotse-case-routing',
  imports: [MatButtonModule, Notice, RouterLink, RoutingSuggestions, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (found.hasValue()) {
      <lotse-notice *transloco="let t; prefix: 'case.routing'">
        <p>
          <strong>{{ isOwn() ? t('ownFirst') : t('waits') }}</strong>
        </p>
        <lotse-routing-suggestions [suggestions]="found.value()" />
        @if (!isOwn()) {
          <a matButton="outlined" [routerLink]="['/vorgaenge', id(), 'uebergaben']" [queryParams]="{ angebot: 'neu' }">{{ t('offer') }}</a>
        }
      </lotse-notice>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: 1.5rem;
    }
    p {
      margin: 0 0 0.5rem;
    }
    a {
      margin-block-start: 0.75rem;
    }
  `,
})
export class CaseRouting {
  private readonly session = inject(CurrentSession);
  /** The case. */
  readonly id = input.required<string>();

  protected readonly found = inject(RoutingClient).ofCase(() => this.id());
  protected readonly isOwn = computed(() => {
    const found = this.found.hasValue() ? this.found.value() : undefined;
    return !found?.ambiguous && found?.items[0]?.organisationId === this.session.organisation()?.id && found?.items.length === 1;
  });
}
