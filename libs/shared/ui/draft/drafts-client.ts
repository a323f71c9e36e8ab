import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { DraftDto, DraftListDto } from '@lotse/shared/contract';
import type { Observable } from 'rxjs';

export const draftUrl = (key: string): string => `/api/v1/drafts/${key}`;

/** The draft routes of the API, one method each. */
@Service()
export class DraftsClient {
  private readonly http = inject(HttpClient);

  list() {
    return httpResource<DraftListDto>(() => '/api/v1/drafts');
  }

  read(key: string): Observable<DraftDto> {
    return this.http.get<DraftDto>(draftUrl(key));
  }

  keep(key: string, content: object): Observable<DraftDto> {
    return this.http.put<DraftDto>(draftUrl(key), { content });
  }

  drop(key: string): Observable<void> {
    return this.http.delete<void>(draftUrl(key));
  }
}
