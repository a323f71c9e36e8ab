import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { aSession, texts } from '@lotse/shared/ui/testing';
import { SignInPage } from './sign-in-page';

@Component({ template: '' })
class Page {}

const demo = {
  password: 'lotse-demo',
  items: [
    { email: 'officer@musterstadt.example', organisation: 'Stadt Musterstadt', region: 'Kreis Musterland', role: 'OFFICER' },
    { email: 'admin@beispielheim.example', organisation: 'Gemeinde Beispielheim', region: 'Kreis Musterland', role: 'ADMINISTRATOR' },
  ],
};

async function open(accounts: object | undefined, url = '/anmelden') {
  TestBed.configureTestingModule({
    imports: [
      texts({
        identity: { signIn: { submit: 'Anmelden' }, role: { OFFICER: 'Wirtschaftsförderung' } },
        error: { session: { refused: 'E-Mail-Adresse oder Passwort stimmt nicht.' } },
      }),
    ],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'anmelden', component: SignInPage },
          { path: '**', component: Page },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  const list = http.expectOne('/api/v1/demo-accounts');
  if (accounts) list.flush(accounts);
  else list.flush({ code: 'route.notFound' }, { status: 404, statusText: 'Not Found' });
  await harness.fixture.whenStable();
  const element = harness.routeNativeElement!;
  const submit = await TestbedHarnessEnvironment.loader(harness.fixture).getHarness(MatButtonHarness.with({ text: 'Anmelden' }));
  return { element, http, harness, submit, router: TestBed.inject(Router) };
}

function type(element: HTMLElement, selector: string, value: string): void {
  const input = element.querySelector<HTMLInputElement>(selector)!;
  input.value = value;
  input.dispatchEvent(new Event('input'));
}

it('says nothing of demo accounts where there are none', async () => {
  const { element } = await open(undefined);
  expect(element.querySelector('.demo')).toBeNull();
});

it('fills in a demo account with one click and goes on to the wanted page', async () => {
  const { element, http, harness, submit, router } = await open(demo, '/anmelden?zurueck=%2Fvorgaenge%3Fstatus%3Dopen');
  const account = element.querySelector<HTMLButtonElement>('.demo li button')!;
  expect(account.textContent).toContain('Wirtschaftsförderung');
  account.click();
  await harness.fixture.whenStable();
  expect(element.querySelector<HTMLInputElement>('input[type=email]')!.value).toBe('officer@musterstadt.example');

  const clicked = submit.click();
  await Promise.resolve();
  const request = http.expectOne({ method: 'POST', url: '/api/v1/session' });
  expect(request.request.body).toEqual({ email: 'officer@musterstadt.example', password: 'lotse-demo' });
  request.flush(aSession());
  await clicked;
  await harness.fixture.whenStable();
  expect(router.url).toBe('/vorgaenge?status=open');
});

it('says the same for a wrong password and an unknown account, and keeps the address', async () => {
  const { element, http, harness, submit } = await open(undefined);
  type(element, 'input[type=email]', 'wer@musterstadt.example');
  type(element, 'input[type=password]', 'falsch');
  const clicked = submit.click();
  await Promise.resolve();
  http.expectOne('/api/v1/session').flush({ code: 'session.refused' }, { status: 401, statusText: 'Unauthorized' });
  await clicked;
  await harness.fixture.whenStable();
  expect(element.querySelector('[role=alert]')!.textContent).toContain('E-Mail-Adresse oder Passwort stimmt nicht.');
  expect(element.querySelector<HTMLInputElement>('input[type=email]')!.value).toBe('wer@musterstadt.example');
});

it('asks for both before it sends anything', async () => {
  const { element, http, harness, submit } = await open(undefined);
  await submit.click();
  await harness.fixture.whenStable();
  http.expectNone('/api/v1/session');
  expect(element.querySelectorAll('[aria-invalid=true]')).toHaveLength(2);
});
