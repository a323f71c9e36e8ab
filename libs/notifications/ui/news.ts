import { computed, effect, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { CurrentSession, keepLast, LiveUpdates } from '@lotse/shared/ui';
import { auditTime, tap } from 'rxjs';
import { NotificationsClient } from './notifications-client';

/** How much is new for the signed-in person; follows what happens, also what is read in another window. */
@Service()
export class News {
  private readonly client = inject(NotificationsClient);
  private readonly session = inject(CurrentSession);
  private readonly changes = signal(0);
  private readonly count = this.client.count(() => this.session.organisation() !== undefined && this.session.may('notification.read'));
  private readonly last = keepLast(this.count);

  readonly unread = computed(() => this.last()?.unread ?? 0);
  /** Grows with every change, so that an open list reads itself again. */
  readonly changed = this.changes.asReadonly();

  constructor() {
    inject(LiveUpdates)
      .on('notification', 'case')
      .pipe(auditTime(300), takeUntilDestroyed())
      .subscribe(() => this.again());
    effect(() => {
      if (this.session.organisation()?.id) this.count.reload();
    });
  }

  readAll(): void {
    this.client.readAll().subscribe(() => this.again());
  }

  read(id: string): void {
    this.client
      .read(id)
      .pipe(tap({ error: () => this.again() }))
      .subscribe({ next: () => this.again(), error: () => undefined });
  }

  private again(): void {
    this.count.reload();
    this.changes.update((count) => count + 1);
  }
}
