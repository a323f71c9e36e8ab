import { HttpErrorResponse, HttpEventType } from '@angular/common/http';
import { inject, Injectable, type OnDestroy, signal } from '@angular/core';
import type { DocumentDto, DocumentLevel, UploadedDocumentDto } from '@lotse/cases/contract';
import type { Subscription } from 'rxjs';
import { DocumentsClient } from './documents-client';

/** A file on its way. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'done' | 'same' | 'failed' | 'cancelled';
  /** Sent so far, 0 to 100. */
  readonly percent: number;
  /** Why it failed, as it came. */
  readonly error?: unknown;
  /** The document it became, or the one that was there already. */
  readonly result?: UploadedDocumentDto;
}

/** Where a file goes: into a case, or as a newer version of a document. */
export type Target = { caseId: string; level: DocumentLevel } | { document: DocumentDto };

/** Files at the same moment: more would only make each of them slower. */
const AT_ONCE = 2;

/** Sends files one after the other and keeps what became of each, until the person puts it away. */
@Injectable()
export class UploadQueue implements OnDestroy {
  private readonly client = inject(DocumentsClient);
  private readonly list = signal<readonly Upload[]>([]);
  private readonly targets = new Map<number, Target>();
  private readonly running = new Map<number, Subscription>();
  private last = 0;
  readonly all = this.list.asReadonly();
  /** Counts up with every file that has arrived. */
  readonly arrived = signal(0);

  /** @param limit bytes; what is larger fails at once, without being sent */
  add(files: Iterable<File>, target: Target, limit: number): void {
    for (const file of files) {
      const id = ++this.last;
      this.targets.set(id, target);
      const error = file.size > limit ? tooLarge(limit) : undefined;
      this.list.update((all) => [...all, { id, file, state: error ? 'failed' : 'waiting', percent: 0, error }]);
    }
    this.next();
  }

  cancel(id: number): void {
    this.running.get(id)?.unsubscribe();
    this.running.delete(id);
    this.set(id, { state: 'cancelled', percent: 0 });
    this.next();
  }

  retry(id: number): void {
    this.set(id, { state: 'waiting', percent: 0, error: undefined });
    this.next();
  }

  /** Takes a finished line away. */
  dismiss(id: number): void {
    this.list.update((all) => all.filter((upload) => upload.id !== id));
    this.targets.delete(id);
  }

  ngOnDestroy(): void {
    for (const sending of this.running.values()) sending.unsubscribe();
  }

  private next(): void {
    while (this.running.size < AT_ONCE) {
      const upload = this.list().find(({ state }) => state === 'waiting');
      if (!upload) return;
      this.send(upload);
    }
  }

  private send({ id, file }: Upload): void {
    const target = this.targets.get(id);
    if (!target) return;
    this.set(id, { state: 'sending' });
    const events =
      'document' in target ? this.client.addVersion(target.document, file) : this.client.add(target.caseId, file, target.level);
    const ended = (changes: Partial<Upload>) => {
      this.running.delete(id);
      this.set(id, changes);
      this.next();
    };
    this.running.set(
      id,
      events.subscribe({
        next: (event) => {
          if (event.type === HttpEventType.UploadProgress) this.set(id, { percent: Math.round((100 * event.loaded) / (file.size || 1)) });
          if (event.type !== HttpEventType.Response || !event.body) return;
          ended({ state: event.body.isSame ? 'same' : 'done', percent: 100, result: event.body });
          this.arrived.update((n) => n + 1);
        },
        error: (error: unknown) => ended({ state: 'failed', error }),
      }),
    );
  }

  private set(id: number, changes: Partial<Upload>): void {
    this.list.update((all) => all.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
  }
}

/** As the server would refuse it. */
function tooLarge(limit: number): HttpErrorResponse {
  const error = { code: 'file.tooLarge', details: { limit, megabytes: Math.round(limit / 104_857.6) / 10 } };
  return new HttpErrorResponse({ status: 413, error });
}
