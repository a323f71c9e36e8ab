import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  AskHandoverDto,
  HandoverAction,
  HandoverDto,
  HandoverListQueryDto,
  HandoverPageDto,
  HandoverPreviewDto,
  HandoverPreviewQueryDto,
  OfferHandoverDto,
} from '@lotse/handovers/contract';
import { parameters } from '@lotse/shared/ui';

/** Words and reason that go with a decision. */
export interface Decision {
  reasonCode?: string;
  note?: string;
}

/** The handover routes of the API, one method each. */
@Service()
export class HandoversClient {
  private readonly http = inject(HttpClient);

  list(query: () => Partial<HandoverListQueryDto> | undefined) {
    return httpResource<HandoverPageDto>(() => {
      const filters = query();
      return filters && { url: '/api/v1/handovers', params: parameters(filters) };
    });
  }

  one(id: () => string) {
    return httpResource<HandoverDto>(() => `/api/v1/handovers/${id()}`);
  }

  /** One handover, once. */
  read(id: string): Observable<HandoverDto> {
    return this.http.get<HandoverDto>(`/api/v1/handovers/${id}`);
  }

  ofCase(caseId: () => string | undefined) {
    return httpResource<HandoverPageDto>(() => caseId() && `/api/v1/cases/${caseId()}/handovers`);
  }

  preview(caseId: string, query: () => Partial<HandoverPreviewQueryDto>) {
    return httpResource<HandoverPreviewDto>(() => ({ url: `/api/v1/cases/${caseId}/handover-preview`, params: parameters(query()) }));
  }

  offer(caseId: string, input: OfferHandoverDto): Observable<HandoverDto> {
    return this.http.post<HandoverDto>(`/api/v1/cases/${caseId}/handovers`, input);
  }

  decide(id: string, action: HandoverAction, decision: Decision): Observable<HandoverDto> {
    return this.http.post<HandoverDto>(`/api/v1/handovers/${id}/${action}`, decision);
  }

  /** Look after an offer, or leave it to the others. */
  claim(id: string, mine: boolean): Observable<HandoverDto> {
    return this.http.request<HandoverDto>(mine ? 'PUT' : 'DELETE', `/api/v1/handovers/${id}/claim`, mine ? { body: {} } : {});
  }

  ask(id: string, input: AskHandoverDto): Observable<HandoverDto> {
    return this.http.post<HandoverDto>(`/api/v1/handovers/${id}/messages`, input);
  }
}
