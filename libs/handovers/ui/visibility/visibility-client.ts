import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { CaseVisibilityDto, CompanyVisibilityDto } from '@lotse/handovers/contract';

/** Who can see a record, and why. */
@Service()
export class VisibilityClient {
  ofCase(id: () => string) {
    return httpResource<CaseVisibilityDto>(() => `/api/v1/cases/${id()}/visibility`);
  }

  ofCompany(id: () => string) {
    return httpResource<CompanyVisibilityDto>(() => `/api/v1/companies/${id()}/visibility`);
  }
}
