import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MunicipalitySuggestionsDto } from '@lotse/companies/contract';
import type { OrganisationPageDto } from '@lotse/identity/contract';
import type {
  AddPermitEventDto,
  ChangeProcedureDto,
  CreateProcedureDto,
  DeadlineDto,
  DeadlineQueryDto,
  ProcedureDto,
  ProcedureListQueryDto,
  ProcedurePageDto,
} from '@lotse/permits/contract';
import { ifMatch, parameters } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

/** The routes of procedures and periods, one method each. */
@Service()
export class PermitsClient {
  private readonly http = inject(HttpClient);

  list(query: () => Partial<ProcedureListQueryDto>) {
    return httpResource<ProcedurePageDto>(() => ({ url: '/api/v1/procedures', params: parameters(query()) }));
  }

  one(id: () => string) {
    return httpResource<ProcedureDto>(() => `/api/v1/procedures/${id()}`);
  }

  ofCase(caseId: () => string | undefined) {
    return httpResource<ProcedurePageDto>(() => (caseId() ? `/api/v1/cases/${caseId()}/procedures` : undefined));
  }

  create(caseId: string, input: CreateProcedureDto): Observable<ProcedureDto> {
    return this.http.post<ProcedureDto>(`/api/v1/cases/${caseId}/procedures`, input);
  }

  change({ id, version }: { id: string; version: number }, input: ChangeProcedureDto): Observable<ProcedureDto> {
    return this.http.patch<ProcedureDto>(`/api/v1/procedures/${id}`, input, ifMatch(version));
  }

  addEvent(id: string, input: AddPermitEventDto): Observable<ProcedureDto> {
    return this.http.post<ProcedureDto>(`/api/v1/procedures/${id}/events`, input);
  }

  /** Not asked while the question is incomplete. */
  deadline(query: () => DeadlineQueryDto | undefined) {
    return httpResource<DeadlineDto>(() => {
      const asked = query();
      return asked && { url: '/api/v1/deadlines', params: parameters(asked) };
    });
  }

  organisations() {
    return httpResource<OrganisationPageDto>(() => '/api/v1/organisations');
  }

  municipalities() {
    return httpResource<MunicipalitySuggestionsDto>(() => '/api/v1/municipality-suggestions');
  }
}
