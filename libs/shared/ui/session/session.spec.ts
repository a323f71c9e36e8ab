import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession } from '../testing';
import { CurrentSession } from './current-session';
import { allowed, signedIn } from './guards';
import { safeReturnUrl } from './return-url';
import { sessionInterceptor } from './session-interceptor';

@Component({ template: '' })
class Page {}

async function start(permissions?: Parameters<typeof aSession>[0], refusal = 401) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'anmelden', component: Page },
        { path: 'fehler', component: Page },
        { path: 'kein-zugriff', component: Page },
        { path: 'vorgaenge', component: Page, canActivate: [signedIn] },
        { path: 'personen', component: Page, canActivate: [signedIn, allowed('people.manage')] },
      ]),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(CurrentSession);
  session.load().subscribe();
  const request = http.expectOne('/api/v1/session');
  if (permissions) request.flush(aSession(permissions));
  else request.flush({ code: 'session.missing' }, { status: refusal, statusText: 'Refused' });
  return { http, session, harness: await RouterTestingHarness.create(), router: TestBed.inject(Router) };
}

it('leads to the sign-in page and remembers where one wanted to go', async () => {
  const { harness, router } = await start();
  await harness.navigateByUrl('/vorgaenge?status=open');
  expect(router.url).toBe('/anmelden?zurueck=%2Fvorgaenge%3Fstatus%3Dopen');
});

it('asks for no password while the server cannot say who it is', async () => {
  const { harness, router } = await start(undefined, 502);
  await harness.navigateByUrl('/vorgaenge?status=open');
  expect(harness.routeDebugElement).not.toBeNull();
  expect(router.url).not.toContain('anmelden');
  expect(router.lastSuccessfulNavigation()?.finalUrl?.toString()).toBe('/fehler?zurueck=%2Fvorgaenge%3Fstatus%3Dopen');
});

it('shows pages of the role and refuses others', async () => {
  const { harness, router, session } = await start(['case.read']);
  await harness.navigateByUrl('/vorgaenge');
  expect(router.url).toBe('/vorgaenge');
  await harness.navigateByUrl('/personen');
  expect(router.url).toBe('/kein-zugriff');
  expect(session.may('case.read')).toBe(true);
  expect(session.may('people.manage')).toBe(false);
});

it('leads back to the same page after the server forgot the session', async () => {
  const { harness, router, http, session } = await start(['case.read']);
  await harness.navigateByUrl('/vorgaenge');
  TestBed.inject(HttpClient)
    .get('/api/v1/cases')
    .subscribe({ error: () => undefined });
  http.expectOne('/api/v1/cases').flush({}, { status: 401, statusText: 'Unauthorized' });
  await harness.fixture.whenStable();
  expect(session.session()).toBeNull();
  expect(router.url).toBe('/anmelden?zurueck=%2Fvorgaenge&grund=abgelaufen');
});

it('follows only paths of this program after signing in', () => {
  for (const own of ['/', '/vorgaenge?status=open', '/vorgaenge/1#verlauf', '/unternehmen?q=%C3%BCber&p=//x', '/a//b'])
    expect(safeReturnUrl(own)).toBe(own);
});

it.each([
  ...['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)', '', null, undefined, '/anmelden', '/./anmelden'],
  ...['/\t/example.org', '/\n/example.org', '/\r\\example.org', '\t//example.org', '/\0/example.org', '/\u0085/example.org'],
  ...[
    '/.//example.org',
    '/x/..//example.org',
    '/%2e//example.org',
    '/.\\/example.org',
    '/x/../\\example.org',
    '//',
    '//[',
    '\\\\example.org',
  ],
])('leads to the start page instead of %j', (foreign) => {
  const url = safeReturnUrl(foreign);
  expect(url).toBe('/');
});
