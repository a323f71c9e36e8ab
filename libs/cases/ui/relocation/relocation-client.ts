import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { RelocationDto, RelocationNoticePageDto, ReleaseRelocationDto } from '@lotse/cases/contract';
import { parameters } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

/** The routes of moves, one method each. */
@Service()
export class RelocationClient {
  private readonly http = inject(HttpClient);

  /** Of no case, nothing is asked. */
  of(caseId: () => string | undefined) {
    return httpResource<RelocationDto>(() => {
      const id = caseId();
      return id ? `/api/v1/cases/${id}/relocation` : undefined;
    });
  }

  notices(page: () => number) {
    return httpResource<RelocationNoticePageDto>(() => ({ url: '/api/v1/relocation-notices', params: parameters({ page: page() }) }));
  }

  release(caseId: string, input: ReleaseRelocationDto): Observable<RelocationDto> {
    return this.http.post<RelocationDto>(`/api/v1/cases/${caseId}/relocation-release`, input);
  }

  withdraw(caseId: string): Observable<RelocationDto> {
    return this.http.delete<RelocationDto>(`/api/v1/cases/${caseId}/relocation-release`);
  }

  /** Tells origin and destination at once. */
  tell(caseId: string): Observable<RelocationDto> {
    return this.http.post<RelocationDto>(`/api/v1/cases/${caseId}/relocation-notices`, {});
  }
}
