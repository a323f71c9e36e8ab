import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DuplicateQueryDto } from '@lotse/companies/contract';
import { keepLast, Notice } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';

/** Companies that could be the same one, each with its reason. A hint: it blocks nothing and loses nothing. */
@Component({
  selector: 'lotse-duplicate-hint',
  imports: [Notice, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div aria-live="polite" *transloco="let t; prefix: 'company.duplicate'">
      @if (hits().length) {
        <lotse-notice tone="warning">
          <strong>{{ t('title') }}</strong>
          <ul>
            @for (hit of hits(); track hit.companyId) {
              <li>
                <a [routerLink]="['/unternehmen', hit.companyId]" target="_blank">{{ hit.name }}</a>
                {{ hit.place }} –
                @for (reason of hit.reasons; track reason) {
                  <span>{{ t(reason) }}{{ $last ? '' : ', ' }}</span>
                }
              </li>
            }
          </ul>
        </lotse-notice>
      }
    </div>
  `,
  host: { '[class.none]': '!hits().length' },
  styles: `
    :host {
      display: block;
    }
    :host(.none) {
      position: absolute; /* announces what comes, and takes no row meanwhile */
    }
    ul {
      margin: 0.25rem 0 0;
      padding-inline-start: 1.25rem;
    }
  `,
})
export class DuplicateHint {
  readonly traits = input.required<Partial<DuplicateQueryDto>>();
  private readonly found = keepLast(
    inject(CompaniesClient).duplicates(() => {
      const traits = this.traits();
      return (traits.name?.trim().length ?? 0) >= 3 || traits.phone || traits.email ? traits : undefined;
    }),
  );
  protected readonly hits = computed(() => this.found()?.items.slice(0, 5) ?? []);
}
