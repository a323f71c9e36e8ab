import { DestroyRef, effect, inject, Service, signal } from '@angular/core';

/** What the open page is about, as far as the quick log can begin with it. */
export interface LogSubject {
  /** The company. */
  id: string;
  name: string;
  caseId?: string;
  /** The person the case is spoken about with. */
  contactName?: string;
}

/** Tells the quick log, which opens from anywhere, what the page behind it is about. */
@Service()
export class QuickLogSubject {
  readonly current = signal<LogSubject | undefined>(undefined);

  /** For as long as the page is open; to be called where it is made. */
  follow(subject: () => LogSubject | undefined): void {
    effect(() => this.current.set(subject()));
    inject(DestroyRef).onDestroy(() => this.current.set(undefined));
  }
}
