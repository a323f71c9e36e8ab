import { computed, inject, Injectable, signal } from '@angular/core';
import { keepLast } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';
import { shownName } from '../shown-name';

/** The company the page is about, shared by its tabs. */
@Injectable()
export class CompanyInView {
  private readonly client = inject(CompaniesClient);
  readonly id = signal<string | undefined>(undefined);
  readonly resource = this.client.one(() => this.id());
  readonly company = keepLast(this.resource);
  readonly name = computed(() => {
    const company = this.company();
    return company && shownName(company);
  });

  reload(): void {
    this.resource.reload();
  }
}
