import { httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import type { OrganisationPageDto } from '@lotse/identity/contract';
import { CurrentSession } from '@lotse/shared/ui';

/** Organisations of one region, for a choice. */
export interface ReceiverRegion {
  id: string;
  name: string;
  organisations: { id: string; name: string }[];
}

/** Whom a case can be offered to: every organisation but the own one, the own region first. */
@Service()
export class Receivers {
  private readonly session = inject(CurrentSession);

  /** To be called where a component is made. */
  byRegion() {
    const all = httpResource<OrganisationPageDto>(() => '/api/v1/organisations');
    return computed((): ReceiverRegion[] => {
      if (!all.hasValue()) return [];
      const ownId = this.session.organisation()?.id;
      const { items } = all.value();
      const ownRegion = items.find(({ id }) => id === ownId)?.regionId;
      const regions = new Map<string, ReceiverRegion>();
      for (const { id, name, regionId, regionName } of items) {
        const region = regions.get(regionId) ?? { id: regionId, name: regionName, organisations: [] };
        regions.set(regionId, region);
        if (id !== ownId) region.organisations.push({ id, name });
      }
      return [...regions.values()].sort(
        (a, b) => Number(b.id === ownRegion) - Number(a.id === ownRegion) || a.name.localeCompare(b.name, 'de'),
      );
    });
  }
}
