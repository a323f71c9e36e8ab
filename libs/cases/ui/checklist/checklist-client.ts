import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AddChecklistDto,
  ChecklistDto,
  ChecklistItemDto,
  ChecklistTemplateDto,
  ChecklistTemplatePageDto,
  HandChecklistItemDto,
  SaveChecklistTemplateDto,
  UndoOfferDto,
} from '@lotse/cases/contract';
import { ifMatch } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

type Versioned = Pick<ChecklistItemDto, 'id' | 'version'>;

/** Checklists of cases and their templates. */
@Service()
export class ChecklistClient {
  private readonly http = inject(HttpClient);

  ofCase(caseId: () => string) {
    return httpResource<ChecklistDto>(() => `/api/v1/cases/${caseId()}/checklist`);
  }

  add(caseId: string, input: AddChecklistDto): Observable<ChecklistDto> {
    return this.http.post<ChecklistDto>(`/api/v1/cases/${caseId}/checklist`, input);
  }

  tick({ id, version }: Versioned, done: boolean): Observable<ChecklistItemDto> {
    return this.http.put<ChecklistItemDto>(`/api/v1/checklist-items/${id}/done`, { done }, ifMatch(version));
  }

  remove({ id, version }: Versioned): Observable<UndoOfferDto> {
    return this.http.delete<UndoOfferDto>(`/api/v1/checklist-items/${id}`, ifMatch(version));
  }

  hand({ id, version }: Versioned, input: HandChecklistItemDto): Observable<ChecklistItemDto> {
    return this.http.post<ChecklistItemDto>(`/api/v1/checklist-items/${id}/hand`, input, ifMatch(version));
  }

  templates() {
    return httpResource<ChecklistTemplatePageDto>(() => '/api/v1/checklist-templates');
  }

  save(input: SaveChecklistTemplateDto, stored?: Versioned): Observable<ChecklistTemplateDto> {
    return stored
      ? this.http.patch<ChecklistTemplateDto>(`/api/v1/checklist-templates/${stored.id}`, input, ifMatch(stored.version))
      : this.http.post<ChecklistTemplateDto>('/api/v1/checklist-templates', input);
  }

  removeTemplate({ id, version }: Versioned): Observable<void> {
    return this.http.delete<void>(`/api/v1/checklist-templates/${id}`, ifMatch(version));
  }
}
