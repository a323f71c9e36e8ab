import { HttpClient, type HttpEvent, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ChangeDocumentDto, DocumentDto, DocumentLevel, DocumentPageDto, UploadedDocumentDto } from '@lotse/cases/contract';
import { ifMatch } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';

const FILE = { 'Content-Type': 'application/octet-stream' };

/** The routes of documents, one method each. */
@Service()
export class DocumentsClient {
  private readonly http = inject(HttpClient);

  list(caseId: () => string, deleted: () => boolean) {
    return httpResource<DocumentPageDto>(() => ({
      url: `/api/v1/cases/${caseId()}/documents`,
      ...(deleted() && { params: { deleted: true } }),
    }));
  }

  /** Sends a file as it is; tells how far it is while it goes. */
  add(caseId: string, file: File, level: DocumentLevel): Observable<HttpEvent<UploadedDocumentDto>> {
    return this.http.post<UploadedDocumentDto>(`/api/v1/cases/${caseId}/documents`, file, {
      headers: FILE,
      params: { name: file.name.slice(0, 200), level },
      reportProgress: true,
      observe: 'events',
    });
  }

  addVersion({ id, version }: DocumentDto, file: File): Observable<HttpEvent<UploadedDocumentDto>> {
    return this.http.post<UploadedDocumentDto>(`/api/v1/documents/${id}/versions`, file, {
      headers: { ...FILE, ...ifMatch(version).headers },
      reportProgress: true,
      observe: 'events',
    });
  }

  change({ id, version }: DocumentDto, input: ChangeDocumentDto): Observable<DocumentDto> {
    return this.http.patch<DocumentDto>(`/api/v1/documents/${id}`, input, ifMatch(version));
  }

  bin({ id, version }: DocumentDto): Observable<void> {
    return this.http.delete<void>(`/api/v1/documents/${id}`, ifMatch(version));
  }

  restore({ id, version }: DocumentDto): Observable<DocumentDto> {
    return this.http.post<DocumentDto>(`/api/v1/documents/${id}/restore`, null, ifMatch(version));
  }

  /** Address of a content, to save or, with `inline`, to look at. */
  address(id: string, number: number, inline = false): string {
    return `/api/v1/documents/${id}/versions/${number}/content${inline ? '?inline=1' : ''}`;
  }
}
