import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { type Observable, tap } from 'rxjs';
import type {
  CompanyDto,
  CompanyListQueryDto,
  CompanyPageDto,
  ContactPersonDto,
  CreateCompanyDto,
  CreateContactPersonDto,
  CreateEstablishmentDto,
  CreateInteractionDto,
  DuplicatePageDto,
  DuplicateQueryDto,
  EstablishmentDto,
  IndustryPageDto,
  InteractionPageDto,
  LoggedInteractionDto,
  MunicipalitySuggestionsDto,
  OpenCasePageDto,
  ReleasedCompanyDto,
  UpdateCompanyDto,
  UpdateContactPersonDto,
  UpdateEstablishmentDto,
} from '@lotse/companies/contract';
import type { PersonPageDto } from '@lotse/identity/contract';
import { ifMatch, parameters } from '@lotse/shared/ui';

interface Versioned {
  id: string;
  version: number;
}

/** The company routes of the API, one method each. */
@Service()
export class CompaniesClient {
  private readonly http = inject(HttpClient);
  private readonly count = signal(0);
  /** Grows with every contact logged from anywhere, so that a page showing contacts reads them again. */
  readonly logged = this.count.asReadonly();

  list(query: () => Partial<CompanyListQueryDto> | undefined) {
    return httpResource<CompanyPageDto>(() => {
      const filters = query();
      return filters && { url: '/api/v1/companies', params: parameters(filters) };
    });
  }

  find(q: string): Observable<CompanyPageDto> {
    return this.http.get<CompanyPageDto>('/api/v1/companies', { params: { q, size: 8 } });
  }

  one(id: () => string | undefined) {
    return httpResource<CompanyDto>(() => id() && `/api/v1/companies/${id()}`);
  }

  create(input: CreateCompanyDto): Observable<CompanyDto> {
    return this.http.post<CompanyDto>('/api/v1/companies', input);
  }

  change(company: Versioned, input: UpdateCompanyDto): Observable<CompanyDto> {
    return this.http.patch<CompanyDto>(`/api/v1/companies/${company.id}`, input, ifMatch(company.version));
  }

  release(company: Versioned): Observable<ReleasedCompanyDto> {
    return this.http.post<ReleasedCompanyDto>(`/api/v1/companies/${company.id}/release`, {}, ifMatch(company.version));
  }

  setTeam(company: Versioned, members: string[]): Observable<CompanyDto> {
    return this.http.put<CompanyDto>(`/api/v1/companies/${company.id}/team`, { members }, ifMatch(company.version));
  }

  /** Everybody of the own organisation, once somebody is to be chosen. */
  people(wanted: () => boolean) {
    return httpResource<PersonPageDto>(() => (wanted() ? '/api/v1/people' : undefined));
  }

  duplicates(query: () => Partial<DuplicateQueryDto> | undefined) {
    return httpResource<DuplicatePageDto>(() => {
      const traits = query();
      return traits && { url: '/api/v1/companies/duplicates', params: parameters(traits) };
    });
  }

  interactions(companyId: () => string | undefined, page: () => number) {
    return httpResource<InteractionPageDto>(() => companyId() && `/api/v1/companies/${companyId()}/interactions?page=${page()}`);
  }

  /** A follow-up at a case of the company. */
  planStep(caseId: string, step: { title: string; dueOn: string }): Observable<unknown> {
    return this.http.post(`/api/v1/cases/${caseId}/follow-ups`, step);
  }

  /** What the company said on the phone: it agrees to share the case. */
  agree(caseId: string, agreement: { purpose: string; givenBy: string }): Observable<unknown> {
    return this.http.post(`/api/v1/cases/${caseId}/agreements`, { kind: 'COMPANY', ...agreement });
  }

  log(companyId: string, input: CreateInteractionDto): Observable<LoggedInteractionDto> {
    return this.http
      .post<LoggedInteractionDto>(`/api/v1/companies/${companyId}/interactions`, input)
      .pipe(tap(() => this.count.update((count) => count + 1)));
  }

  openCases(companyId: () => string | undefined) {
    return httpResource<OpenCasePageDto>(() => companyId() && `/api/v1/companies/${companyId()}/open-cases`);
  }

  addContact(companyId: string, input: CreateContactPersonDto): Observable<ContactPersonDto> {
    return this.http.post<ContactPersonDto>(`/api/v1/companies/${companyId}/contacts`, input);
  }

  changeContact(contact: Versioned, input: UpdateContactPersonDto): Observable<ContactPersonDto> {
    return this.http.patch<ContactPersonDto>(`/api/v1/contacts/${contact.id}`, input, ifMatch(contact.version));
  }

  addEstablishment(companyId: string, input: CreateEstablishmentDto): Observable<EstablishmentDto> {
    return this.http.post<EstablishmentDto>(`/api/v1/companies/${companyId}/establishments`, input);
  }

  changeEstablishment(establishment: Versioned, input: UpdateEstablishmentDto): Observable<EstablishmentDto> {
    return this.http.patch<EstablishmentDto>(`/api/v1/establishments/${establishment.id}`, input, ifMatch(establishment.version));
  }

  municipalities(query: () => { postalCode?: string; place?: string } | undefined) {
    return httpResource<MunicipalitySuggestionsDto>(() => {
      const address = query();
      return address && { url: '/api/v1/municipality-suggestions', params: parameters(address) };
    });
  }

  industries(query: string, language: 'de' | 'en'): Observable<IndustryPageDto> {
    return this.http.get<IndustryPageDto>('/api/v1/industries', { params: { query, language } });
  }
}
