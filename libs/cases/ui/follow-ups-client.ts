import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CreateFollowUpDto, FollowUpDto, FollowUpPageDto, UndoOfferDto } from '@lotse/cases/contract';
import { ifMatch } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

/** Follow-ups of cases. */
@Service()
export class FollowUpsClient {
  private readonly http = inject(HttpClient);

  ofCase(caseId: () => string) {
    return httpResource<FollowUpPageDto>(() => `/api/v1/cases/${caseId()}/follow-ups`);
  }

  add(caseId: string, input: CreateFollowUpDto): Observable<FollowUpDto> {
    return this.http.post<FollowUpDto>(`/api/v1/cases/${caseId}/follow-ups`, input);
  }

  remove({ id, version }: FollowUpDto): Observable<UndoOfferDto> {
    return this.http.delete<UndoOfferDto>(`/api/v1/follow-ups/${id}`, ifMatch(version));
  }

  finish(
    { id, version }: FollowUpDto,
    done: boolean,
    { next, noneNeeded }: { next?: CreateFollowUpDto; noneNeeded?: boolean } = {},
  ): Observable<FollowUpDto> {
    return this.http.put<FollowUpDto>(
      `/api/v1/follow-ups/${id}/done`,
      { done, next, noneNeeded },
      { headers: { 'If-Match': `"${version}"` } },
    );
  }
}
