import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { OutgoingMailDto, OutgoingMailPageDto } from '@lotse/shared/contract';
import type { Observable } from 'rxjs';

/** The outbox of the own organisation. */
@Service()
export class OutgoingMailClient {
  private readonly http = inject(HttpClient);

  /** @param query page from 1, and a state or nothing */
  list(query: () => { page: string; state: string }) {
    return httpResource<OutgoingMailPageDto>(() => {
      const { page, state } = query();
      return { url: '/api/v1/outgoing-mail', params: { page, ...(state && { state }) } };
    });
  }

  retry({ id }: OutgoingMailDto): Observable<void> {
    return this.http.post<void>(`/api/v1/outgoing-mail/${id}/retry`, {});
  }
}
