import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { CaseSurveyDto, SatisfactionDto, SatisfactionQueryDto } from '@lotse/feedback/contract';
import type { OrganisationPageDto } from '@lotse/identity/contract';

/** The feedback routes of the API. */
@Service()
export class FeedbackClient {
  satisfaction(query: () => SatisfactionQueryDto) {
    return httpResource<SatisfactionDto>(() => ({ url: '/api/v1/satisfaction', params: { ...query() } }));
  }

  organisations() {
    return httpResource<OrganisationPageDto>(() => '/api/v1/organisations');
  }

  ofCase(caseId: () => string) {
    return httpResource<CaseSurveyDto>(() => `/api/v1/cases/${caseId()}/survey`);
  }
}
