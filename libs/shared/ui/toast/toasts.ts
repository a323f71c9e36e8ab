import { Service, signal } from '@angular/core';
import type { Tone } from '../page/notice';

/** A short message at the edge of the screen. */
export interface Toast {
  id: number;
  text: string;
  tone: Tone;
  undo?: () => void;
  /** Seconds the offer to undo still stands; counts down. */
  left?: number;
}

const UNDO_SECONDS = 10;

/** Messages that something was done: `toasts.show(t('saved'), { undo: () => … })`. Failures belong beside what failed, in `<lotse-problem>`. */
@Service()
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private last = 0;
  readonly all = this.list.asReadonly();

  /** @param options `undo` offers "Rückgängig" for ten seconds; without it the message stays six seconds */
  show(text: string, { tone = 'success', undo }: { tone?: Tone; undo?: () => void } = {}): void {
    const id = ++this.last;
    this.list.update((toasts) => [...toasts.slice(-2), { id, text, tone, undo, left: undo && UNDO_SECONDS }]);
    setTimeout(() => this.close(id), undo ? UNDO_SECONDS * 1_000 : 6_000);
    if (undo) this.countDown(id);
  }

  /** Takes the latest step back that is still offered; true if there was one. */
  undoLatest(): boolean {
    const latest = this.list().findLast(({ undo }) => undo);
    if (!latest) return false;
    latest.undo?.();
    this.close(latest.id);
    return true;
  }

  close(id: number): void {
    this.list.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private countDown(id: number): void {
    const timer = setInterval(() => {
      this.list.update((toasts) =>
        toasts.map((toast) => (toast.id === id ? { ...toast, left: Math.max(0, (toast.left ?? 1) - 1) } : toast)),
      );
      if (!this.list().some((toast) => toast.id === id && toast.left)) clearInterval(timer);
    }, 1_000);
  }
}
