import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { BinPageDto, BulkAnswerDto, BulkDto, CaseDto, RestoredDto, UndoneDto, UndoOfferDto } from '@lotse/cases/contract';
import { ifMatch, ProblemText, Toasts } from '@lotse/shared/ui';
import { type Observable, Subject } from 'rxjs';

/** The way back: says what was done and offers to take it back, and the bin. */
@Service()
export class UndoClient {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemText);
  private readonly transloco = inject(TranslocoService);
  private readonly changes = new Subject<void>();
  /** Something was taken back: what is on screen is to be read again. */
  readonly undone = this.changes.asObservable();

  /** Says that something was done; for ten seconds it can be taken back where the server gave the way. */
  offer(text: string, undoId: string | undefined): void {
    this.toasts.show(text, { undo: undoId ? () => this.undo(undoId) : undefined });
  }

  /** To the bin. */
  deleteCase({ id, version }: CaseDto, reason: string): Observable<UndoOfferDto> {
    return this.http.post<UndoOfferDto>(`/api/v1/cases/${id}/delete`, { reason }, ifMatch(version));
  }

  /** The same for many cases; with `preview` nothing is changed. */
  bulk(input: BulkDto): Observable<BulkAnswerDto> {
    return this.http.post<BulkAnswerDto>('/api/v1/cases/bulk', input);
  }

  bin() {
    return httpResource<BinPageDto>(() => '/api/v1/bin');
  }

  restore(id: string): Observable<RestoredDto> {
    return this.http.post<RestoredDto>(`/api/v1/bin/${id}/restore`, {});
  }

  private undo(undoId: string): void {
    this.http.post<UndoneDto>(`/api/v1/undo/${undoId}`, {}).subscribe({
      next: ({ undone, refused }) => {
        const values = { n: undone, left: refused.length };
        this.toasts.show(this.transloco.translate<string>(refused.length ? 'case.undo.partly' : 'case.undo.done', values));
        this.changes.next();
      },
      error: (error: unknown) => {
        this.toasts.show(this.problems.of(error), { tone: 'danger' });
        this.changes.next();
      },
    });
  }
}
