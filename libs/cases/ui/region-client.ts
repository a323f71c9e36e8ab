import { httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import type { PersonPageDto } from '@lotse/identity/contract';
import type { OrganisationPageDto } from '@lotse/identity/contract';
import type { MunicipalitySuggestionsDto } from '@lotse/companies/contract';
import { CurrentSession } from '@lotse/shared/ui';

/** Who and where: colleagues, partners and municipalities to choose from. Loaded when first asked for, kept for the session. */
@Service()
export class RegionClient {
  private readonly session = inject(CurrentSession);
  private readonly people = httpResource<PersonPageDto>(() => (this.session.may('people.read') ? '/api/v1/people' : undefined));
  private readonly partners = httpResource<OrganisationPageDto>(() => '/api/v1/organisations');
  private readonly places = httpResource<MunicipalitySuggestionsDto>(() => '/api/v1/municipality-suggestions');

  /** Colleagues who can work on a case. */
  readonly officers = computed(() =>
    (this.people.hasValue() ? this.people.value().items : []).filter(
      ({ active, roles }) => active && roles.some((role) => role === 'OFFICER' || role === 'LIAISON'),
    ),
  );
  /** Everybody of the own organisation. */
  readonly colleagues = computed(() => (this.people.hasValue() ? this.people.value().items : []).filter(({ active }) => active));
  readonly municipalities = computed(() => (this.places.hasValue() ? this.places.value().items : []));

  organisationName(id: string): string {
    return (this.partners.hasValue() ? this.partners.value().items : []).find((partner) => partner.id === id)?.name ?? '';
  }

  municipalityName(ags: string): string {
    return this.municipalities().find((place) => place.ags === ags)?.name ?? ags;
  }
}
