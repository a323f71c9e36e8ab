import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type {
  AcceptInvitationDto,
  ChangePasswordDto,
  InvitationDto,
  InvitationOfferDto,
  InvitationPageDto,
  InvitePersonDto,
  PersonDto,
  PersonPageDto,
} from '@lotse/identity/contract';
import type { Role } from '@lotse/shared/contract';
import { ifMatch } from '@lotse/shared/ui';

/** People, invitations and the own password. */
@Service()
export class PeopleClient {
  private readonly http = inject(HttpClient);

  list() {
    return httpResource<PersonPageDto>(() => '/api/v1/people');
  }

  invitations() {
    return httpResource<InvitationPageDto>(() => '/api/v1/people/invitations');
  }

  invite(input: InvitePersonDto): Observable<InvitationDto> {
    return this.http.post<InvitationDto>('/api/v1/people/invitations', input);
  }

  withdraw({ id }: InvitationDto): Observable<void> {
    return this.http.delete<void>(`/api/v1/people/invitations/${id}`);
  }

  changeRoles(person: PersonDto, roles: Role[]): Observable<PersonDto> {
    return this.http.patch<PersonDto>(`/api/v1/people/${person.id}`, { roles }, ifMatch(person.version));
  }

  setActive(person: PersonDto, active: boolean): Observable<PersonDto> {
    return this.http.put<PersonDto>(`/api/v1/people/${person.id}/active`, { active }, ifMatch(person.version));
  }

  offer(token: () => string) {
    return httpResource<InvitationOfferDto>(() => `/api/v1/invitations/${encodeURIComponent(token())}`);
  }

  accept(token: string, input: AcceptInvitationDto): Observable<void> {
    return this.http.post<void>(`/api/v1/invitations/${encodeURIComponent(token)}/accept`, input);
  }

  changePassword(input: ChangePasswordDto): Observable<void> {
    return this.http.put<void>('/api/v1/session/password', input);
  }
}
