import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AccountabilityDto,
  CaseDto,
  CaseListQueryDto,
  CasePageDto,
  CaseStubDto,
  ChangeCaseDto,
  ConfidentialCountsDto,
  CreateCaseDto,
  CreateJobEffectDto,
  JobEffectDto,
  JobEffectPageDto,
  MoveCaseDto,
  SetNextStepDto,
  TimelinePageDto,
} from '@lotse/cases/contract';
import { ifMatch, parameters } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';
import { whereUntouched } from './conflict/stale';

/**
 * The case routes of the API, one method each. A change takes the case as the person saw it: when somebody else changed other
 * fields meanwhile it goes through all the same, when the same ones it fails with the stored case (`storedCase`).
 */
@Service()
export class CasesClient {
  private readonly http = inject(HttpClient);

  list(query: () => Partial<CaseListQueryDto>) {
    return httpResource<CasePageDto>(() => ({ url: '/api/v1/cases', params: parameters(query()) }));
  }

  one(id: () => string) {
    return httpResource<CaseDto | CaseStubDto>(() => `/api/v1/cases/${id()}`);
  }

  timeline(id: () => string, size: () => number) {
    return httpResource<TimelinePageDto>(() => ({ url: `/api/v1/cases/${id()}/timeline`, params: { size: size() } }));
  }

  accountability(id: () => string) {
    return httpResource<AccountabilityDto>(() => `/api/v1/cases/${id()}/accountability`);
  }

  confidentialCounts(wanted: () => boolean) {
    return httpResource<ConfidentialCountsDto>(() => (wanted() ? '/api/v1/cases/confidential-count' : undefined));
  }

  create(input: CreateCaseDto): Observable<CaseDto> {
    return this.http.post<CaseDto>('/api/v1/cases', input);
  }

  /** Fails when stale: the form that asked puts both sides together itself. */
  change(id: string, version: number, input: ChangeCaseDto): Observable<CaseDto> {
    return this.http.patch<CaseDto>(`/api/v1/cases/${id}`, input, ifMatch(version));
  }

  move(seen: CaseDto, input: MoveCaseDto): Observable<CaseDto> {
    return whereUntouched(seen, ['status', 'waitingFor', 'outcome'], (version) => this.put(seen, 'status', version, input));
  }

  assign(seen: CaseDto, officerId: string): Observable<CaseDto> {
    return whereUntouched(seen, ['officerId'], (version) => this.put(seen, 'officer', version, { officerId }));
  }

  setNextStep(seen: CaseDto, input: SetNextStepDto): Observable<CaseDto> {
    return whereUntouched(seen, ['nextStep', 'nextStepOn', 'noStepNeeded'], (version) => this.put(seen, 'next-step', version, input));
  }

  setTeam(seen: CaseDto, members: string[]): Observable<CaseDto> {
    return whereUntouched(seen, ['team'], (version) => this.put(seen, 'team', version, { members }));
  }

  setConfidential(seen: CaseDto, confidential: boolean): Observable<CaseDto> {
    return whereUntouched(seen, ['confidential'], (version) => this.put(seen, 'confidential', version, { confidential }));
  }

  jobEffects(caseId: () => string) {
    return httpResource<JobEffectPageDto>(() => `/api/v1/cases/${caseId()}/job-effects`);
  }

  addJobEffect(caseId: string, input: CreateJobEffectDto): Observable<JobEffectDto> {
    return this.http.post<JobEffectDto>(`/api/v1/cases/${caseId}/job-effects`, input);
  }

  removeJobEffect(id: string): Observable<void> {
    return this.http.delete<void>(`/api/v1/job-effects/${id}`);
  }

  private put(seen: CaseDto, what: string, version: number, input: object): Observable<CaseDto> {
    return this.http.put<CaseDto>(`/api/v1/cases/${seen.id}/${what}`, input, ifMatch(version));
  }
}
