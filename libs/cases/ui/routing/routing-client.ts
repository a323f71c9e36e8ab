import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangeRoutingRuleDto,
  CreateRoutingRuleDto,
  RoutingRuleDto,
  RoutingRulesDto,
  RoutingSuggestionQueryDto,
  RoutingSuggestionsDto,
} from '@lotse/cases/contract';
import { ifMatch, parameters } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

/** Who is probably responsible, and the rules that say so. */
@Service()
export class RoutingClient {
  private readonly http = inject(HttpClient);

  /** Nothing is asked while there is nothing to ask about. */
  suggestion(query: () => RoutingSuggestionQueryDto | undefined) {
    return httpResource<RoutingSuggestionsDto>(() => {
      const asked = query();
      return asked && { url: '/api/v1/routing/suggestion', params: parameters(asked) };
    });
  }

  ofCase(caseId: () => string) {
    return httpResource<RoutingSuggestionsDto>(() => `/api/v1/cases/${caseId()}/routing-suggestion`);
  }

  rules() {
    return httpResource<RoutingRulesDto>(() => '/api/v1/routing/rules');
  }

  create(input: CreateRoutingRuleDto): Observable<RoutingRuleDto> {
    return this.http.post<RoutingRuleDto>('/api/v1/routing/rules', input);
  }

  change(rule: RoutingRuleDto, input: ChangeRoutingRuleDto): Observable<RoutingRuleDto> {
    return this.http.patch<RoutingRuleDto>(`/api/v1/routing/rules/${rule.id}`, input, ifMatch(rule.version));
  }
}
