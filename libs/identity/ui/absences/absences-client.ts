import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AbsenceDto, AbsencePageDto, EnterAbsenceDto } from '@lotse/identity/contract';

/** Who is away and who stands in. */
@Service()
export class AbsencesClient {
  private readonly http = inject(HttpClient);

  list() {
    return httpResource<AbsencePageDto>(() => '/api/v1/absences');
  }

  enter(input: EnterAbsenceDto): Observable<AbsenceDto> {
    return this.http.post<AbsenceDto>('/api/v1/absences', input);
  }

  end({ id }: AbsenceDto): Observable<void> {
    return this.http.delete<void>(`/api/v1/absences/${id}`);
  }
}
