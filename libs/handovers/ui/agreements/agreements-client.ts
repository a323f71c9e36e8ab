import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { AgreementDto, AgreementPageDto, RecordAgreementDto, WithdrawAgreementDto } from '@lotse/handovers/contract';
import type { Observable } from 'rxjs';

/** On what the sharing of a case rests. */
@Service()
export class AgreementsClient {
  private readonly http = inject(HttpClient);

  /** Only the owner of the case has them: without an id nothing is asked. */
  ofCase(id: () => string | undefined) {
    return httpResource<AgreementPageDto>(() => id() && `/api/v1/cases/${id()}/agreements`);
  }

  record(caseId: string, input: RecordAgreementDto): Observable<AgreementDto> {
    return this.http.post<AgreementDto>(`/api/v1/cases/${caseId}/agreements`, input);
  }

  withdraw(id: string, input: WithdrawAgreementDto): Observable<AgreementDto> {
    return this.http.post<AgreementDto>(`/api/v1/agreements/${id}/withdraw`, input);
  }
}
