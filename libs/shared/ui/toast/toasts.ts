import { Service, signal } from '@angular/core';
import type { Tone } from '../page/notice';

/** A short message at the edge of the screen. */
export interface Toast {
  id: number;
  text: string;
  tone: Tone;
  undo?: () => void;
}

/** Messages that something was done: `toasts.show(t('saved'), { undo: () => … })`. Failures belong beside what failed, in `<lotse-problem>`. */
@Service()
export class Toasts {
  private readonly list = signal<readonly Toast[]>([]);
  private last = 0;
  readonly all = this.list.asReadonly();

  /** @param options `undo` offers "Rückgängig" for ten seconds; without it the message stays six seconds */
  show(text: string, { tone = 'success', undo }: { tone?: Tone; undo?: () => void } = {}): void {
    const id = ++this.last;
    this.list.update((toasts) => [...toasts.slice(-2), { id, text, tone, undo }]);
    setTimeout(() => this.close(id), undo ? 10_000 : 6_000);
  }

  close(id: number): void {
    this.list.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}
