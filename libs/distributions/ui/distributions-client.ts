import { HttpClient, type HttpEvent, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  AnswerDistributionDto,
  DecideDistributionDto,
  DistributionDto,
  DistributionListQueryDto,
  DistributionPageDto,
  MatchQueryDto,
  SendDistributionDto,
  SiteMatchListDto,
  SiteProfileDto,
  UpdateSiteProfileDto,
} from '@lotse/distributions/contract';
import { ifMatch, parameters } from '@lotse/shared/ui';

/** The routes of enquiries for sites, one method each. */
@Service()
export class DistributionsClient {
  private readonly http = inject(HttpClient);

  list(query: () => Partial<DistributionListQueryDto>) {
    return httpResource<DistributionPageDto>(() => ({ url: '/api/v1/distributions', params: parameters(query()) }));
  }

  one(id: () => string) {
    return httpResource<DistributionDto>(() => `/api/v1/distributions/${id()}`);
  }

  ofCase(caseId: () => string) {
    return httpResource<DistributionPageDto>(() => `/api/v1/cases/${caseId()}/distributions`);
  }

  matches(need: () => MatchQueryDto) {
    return httpResource<SiteMatchListDto>(() => ({ url: '/api/v1/distributions/matches', params: parameters(need()) }));
  }

  send(caseId: string, input: SendDistributionDto): Observable<DistributionDto> {
    return this.http.post<DistributionDto>(`/api/v1/cases/${caseId}/distributions`, input);
  }

  opened(id: string): Observable<DistributionDto> {
    return this.http.post<DistributionDto>(`/api/v1/distributions/${id}/opened`, {});
  }

  answer(id: string, input: AnswerDistributionDto): Observable<DistributionDto> {
    return this.http.post<DistributionDto>(`/api/v1/distributions/${id}/answer`, input);
  }

  /** Sends the file as it is; tells how far it is while it goes. */
  sendExpose(id: string, file: File): Observable<HttpEvent<DistributionDto>> {
    return this.http.post<DistributionDto>(`/api/v1/distributions/${id}/expose`, file, {
      headers: { 'Content-Type': 'application/octet-stream' },
      params: { name: file.name.slice(0, 200) },
      reportProgress: true,
      observe: 'events',
    });
  }

  decide(id: string, input: DecideDistributionDto): Observable<DistributionDto> {
    return this.http.post<DistributionDto>(`/api/v1/distributions/${id}/decision`, input);
  }

  withdraw(id: string, note: string): Observable<DistributionDto> {
    return this.http.post<DistributionDto>(`/api/v1/distributions/${id}/withdraw`, note.trim() ? { note } : {});
  }

  siteProfile() {
    return httpResource<SiteProfileDto>(() => '/api/v1/site-profile');
  }

  saveSiteProfile(version: number, input: UpdateSiteProfileDto): Observable<SiteProfileDto> {
    return this.http.put<SiteProfileDto>('/api/v1/site-profile', input, ifMatch(version));
  }
}
