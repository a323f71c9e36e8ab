import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CaseMuteDto, NotificationCountDto, NotificationListQueryDto, NotificationPageDto } from '@lotse/notifications/contract';
import { parameters } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

/** The notification routes of the API, one method each. */
@Service()
export class NotificationsClient {
  private readonly http = inject(HttpClient);

  list(query: () => Partial<NotificationListQueryDto> | undefined) {
    return httpResource<NotificationPageDto>(() => {
      const wanted = query();
      return wanted && { url: '/api/v1/notifications', params: parameters(wanted) };
    });
  }

  count(wanted: () => boolean) {
    return httpResource<NotificationCountDto>(() => (wanted() ? '/api/v1/notifications/count' : undefined));
  }

  read(id: string): Observable<void> {
    return this.http.put<void>(`/api/v1/notifications/${id}/read`, {});
  }

  readAll(): Observable<void> {
    return this.http.put<void>('/api/v1/notifications/read', {});
  }

  mute(caseId: () => string | undefined) {
    return httpResource<CaseMuteDto>(() => caseId() && `/api/v1/cases/${caseId()}/mute`);
  }

  setMute(caseId: string, muted: boolean): Observable<void> {
    const url = `/api/v1/cases/${caseId}/mute`;
    return muted ? this.http.put<void>(url, {}) : this.http.delete<void>(url);
  }
}
