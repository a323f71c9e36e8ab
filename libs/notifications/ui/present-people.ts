import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PresenceDto } from '@lotse/notifications/contract';
import { CurrentSession, Icon, LiveUpdates } from '@lotse/shared/ui';
import { filter } from 'rxjs';

const BEAT_MS = 20_000;

/** In the head of a case: which colleagues have it open right now. Says nothing, and asks once only, where that is switched off. */
@Component({
  selector: 'lotse-present-people',
  imports: [Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-live': 'polite' },
  template: `
    @if (names(); as names) {
      <span *transloco="let t; prefix: 'notification'"><lotse-icon name="eye" /> {{ t('present', { names }) }}</span>
    }
  `,
  styles: `
    span {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      font-size: 0.875rem;
    }
  `,
})
export class PresentPeople {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(CurrentSession);
  readonly caseId = input.required<string>();
  private readonly presence = signal<PresenceDto | undefined>(undefined);
  protected readonly names = computed(() =>
    this.presence()
      ?.people.map(({ name }) => name)
      .join(', '),
  );
  private timer: ReturnType<typeof setInterval> | undefined;
  private at: string | undefined;

  constructor() {
    effect(() => {
      const id = this.caseId();
      untracked(() => this.moveTo(id));
    });
    inject(LiveUpdates)
      .on('presence')
      .pipe(
        filter(({ id }) => id === this.caseId()),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.ask('GET'));
    const view = this.document.defaultView;
    // The page closes: no request of the program is waited for, this one goes along by itself.
    const leave = () => {
      if (!this.at || !this.presence()?.on) return;
      void view?.fetch(`/api/v1/cases/${this.at}/presence`, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    };
    view?.addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('pagehide', leave);
      this.moveTo(undefined);
    });
  }

  private moveTo(id: string | undefined): void {
    clearInterval(this.timer);
    if (this.at && this.presence()?.on) this.http.delete(`/api/v1/cases/${this.at}/presence`).subscribe({ error: () => undefined });
    this.at = id;
    this.presence.set(undefined);
    // Who only looks at somebody's view is not there, nor is that person.
    if (!id || this.session.viewer()) return;
    this.ask('PUT');
    this.timer = setInterval(() => {
      if (this.presence()?.on === false) clearInterval(this.timer);
      else if (this.document.visibilityState === 'visible') this.ask('PUT');
    }, BEAT_MS);
  }

  private ask(method: 'GET' | 'PUT'): void {
    const id = this.at;
    if (!id) return;
    this.http.request<PresenceDto>(method, `/api/v1/cases/${id}/presence`, method === 'PUT' ? { body: {} } : {}).subscribe({
      next: (presence) => this.at === id && this.presence.set(presence),
      error: () => this.at === id && this.presence.set(undefined),
    });
  }
}
