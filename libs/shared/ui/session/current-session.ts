import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { Permission, WorkingCalendar } from '@lotse/shared/contract';
import { catchError, map, type Observable, of, tap } from 'rxjs';
import type { Session } from './session';

/** Who is signed in, for which organisation, with which permissions. The API decides again on every request. */
@Service()
export class CurrentSession {
  private readonly http = inject(HttpClient);
  private readonly state = signal<Session | null>(null);

  /** `null` while nobody is signed in. */
  readonly session = this.state.asReadonly();
  readonly user = computed(() => this.state()?.user);
  readonly organisation = computed(() => this.state()?.organisation);
  readonly organisations = computed(() => this.state()?.organisations ?? []);
  /** Set while the person on screen is only looked at by an administrator. */
  readonly viewer = computed(() => this.state()?.viewer);
  readonly roles = computed(() => this.state()?.roles ?? []);
  /** Which days are working days where the organisation is. */
  readonly calendar = computed((): WorkingCalendar => ({ state: this.state()?.organisation.federalState ?? 'HE' }));
  readonly demo = computed(() => this.state()?.demo ?? false);
  private readonly unknown = signal(false);
  /** The server could not say who is signed in: that is no reason to ask for a password. */
  readonly isUnknown = this.unknown.asReadonly();
  private readonly permissions = computed(() => new Set(this.state()?.permissions));

  /** Whether to show what the permission covers. A signal read: usable in templates and `computed`. */
  may(permission: Permission): boolean {
    return this.permissions().has(permission);
  }

  /** Asks the server who is signed in. */
  load(): Observable<Session | null> {
    return this.read().pipe(
      catchError((error: unknown) => {
        this.unknown.set(!(error instanceof HttpErrorResponse && error.status === 401));
        return of(null);
      }),
    );
  }

  /** Keeps the session alive and takes over changed roles; a session that is gone leads to the sign-in page. */
  refresh(): void {
    this.read().subscribe({ error: () => undefined });
  }

  signIn(email: string, password: string): Observable<Session> {
    return this.http.post<Session>('/api/v1/session', { email, password }).pipe(tap((session) => this.state.set(session)));
  }

  signOut(): Observable<void> {
    return this.http.delete<void>('/api/v1/session').pipe(
      catchError(() => of(undefined)),
      map(() => this.state.set(null)),
    );
  }

  /** Acts for another organisation from now on; everything on screen belongs to the former one and must be loaded again. */
  actFor(organisationId: string): Observable<Session> {
    return this.http.put<Session>('/api/v1/session/organisation', { organisationId }).pipe(tap((session) => this.state.set(session)));
  }

  /** Looks at Lotse as a colleague sees it; everything on screen must be loaded again. */
  viewAs(userId: string, reason: string): Observable<Session> {
    return this.http.post<Session>('/api/v1/session/view-as', { userId, reason });
  }

  /** Back to the own view, to be loaded again likewise. */
  endViewing(): Observable<Session> {
    return this.http.delete<Session>('/api/v1/session/view-as');
  }

  /** Remembers the language at the account, for the next device and for mails; this page does not wait for it. */
  speak(language: 'de' | 'en'): void {
    if (!this.state() || this.viewer() || this.user()?.language === language) return;
    this.http.put<Session>('/api/v1/session/language', { language }).subscribe({
      next: (session) => this.state.set(session),
      error: () => undefined,
    });
  }

  /** The server no longer knows the session. */
  ended(): void {
    this.state.set(null);
  }

  private read(): Observable<Session> {
    return this.http.get<Session>('/api/v1/session').pipe(tap((session) => this.state.set(session)));
  }
}
