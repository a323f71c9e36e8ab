import { DestroyRef, DOCUMENT, effect, inject, signal, untracked } from '@angular/core';
import type { Observable } from 'rxjs';
import { DraftsClient, draftUrl } from './drafts-client';

/** What a form says of itself, so that what is typed into it is not lost. */
export interface DraftOf<T extends object> {
  /** What is written, and of which record: `case:<id>:note`. Nothing is kept while it is undefined. */
  key: () => string | undefined;
  /** What is typed now; undefined where that is worth nothing (the form is as it was opened). */
  typed: () => T | undefined;
  /** Fills the form; called once, with what was kept, and only while nothing is typed. */
  restore: (content: T) => void;
  /** Empties the form again. */
  clear: () => void;
}

/** After the last key stroke. */
const PAUSE_MS = 1000;

/**
 * Keeps a form on the server while it is typed into: a reload, a crash or another device finds it again.
 *
 *     readonly draft = keepDraft({ key: () => `case:${this.id()}:note`, typed: …, restore: …, clear: … });
 *
 * with `<lotse-draft [of]="draft" />` above the fields, and `draft.sent()` once the form went through.
 */
export function keepDraft<T extends object>(form: DraftOf<T>): Draft<T> {
  return new Draft(form);
}

export class Draft<T extends object> {
  private readonly client = inject(DraftsClient);
  private readonly window = inject(DOCUMENT).defaultView;
  /** When the text in the form was typed, if it was restored; ISO date and time. */
  readonly restoredAt = signal<string | undefined>(undefined);
  private key: string | undefined;
  private kept = '';
  private wanted: T | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ready = false;

  constructor(private readonly form: DraftOf<T>) {
    effect(() => {
      const key = this.form.key();
      untracked(() => this.begin(key));
    });
    effect(() => {
      const typed = this.form.typed();
      untracked(() => this.follow(typed));
    });
    const leave = () => this.leave();
    this.window?.addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('pagehide', leave);
      this.flush();
    });
  }

  /** Throws away what was restored. */
  discard(): void {
    this.form.clear();
    this.sent();
  }

  /** The form went through: the draft has served. */
  sent(): void {
    clearTimeout(this.timer);
    this.wanted = undefined;
    this.restoredAt.set(undefined);
    if (!this.key) return;
    this.kept = '';
    this.client.drop(this.key).subscribe({ error: () => undefined });
  }

  private begin(key: string | undefined): void {
    if (key === this.key) return;
    this.flush();
    this.key = key;
    this.kept = '';
    this.restoredAt.set(undefined);
    this.ready = false;
    if (!key) return;
    this.client.read(key).subscribe({
      next: ({ content, updatedAt }) => {
        if (this.key !== key) return;
        this.ready = true;
        // What is being typed is newer than what was kept.
        if (content && !this.form.typed()) {
          this.kept = JSON.stringify(content);
          this.form.restore(content as T);
          this.restoredAt.set(updatedAt ?? undefined);
        } else this.follow(this.form.typed());
      },
      error: () => (this.ready = true),
    });
  }

  private follow(typed: T | undefined): void {
    if (!this.key || !this.ready) return;
    this.wanted = typed;
    clearTimeout(this.timer);
    if (JSON.stringify(typed ?? '') !== (this.kept || '""')) this.timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  private flush(): void {
    clearTimeout(this.timer);
    const key = this.key;
    const text = this.wanted ? JSON.stringify(this.wanted) : '';
    if (!key || !this.ready || text === this.kept) return;
    this.kept = text;
    const done: Observable<unknown> = this.wanted ? this.client.keep(key, this.wanted) : this.client.drop(key);
    done.subscribe({ error: () => this.key === key && (this.kept = '') });
  }

  /** The page closes: what was typed in the last second goes along by itself. */
  private leave(): void {
    if (!this.key || !this.ready || !this.wanted || JSON.stringify(this.wanted) === this.kept) return;
    const request = { method: 'PUT', keepalive: true, headers: { 'Content-Type': 'application/json' } };
    void this.window?.fetch(draftUrl(this.key), { ...request, body: JSON.stringify({ content: this.wanted }) }).catch(() => undefined);
  }
}
