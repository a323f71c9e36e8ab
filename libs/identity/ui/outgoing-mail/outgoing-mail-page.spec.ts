import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OutgoingMailDto } from '@lotse/shared/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { OutgoingMailPage } from './outgoing-mail-page';

const mail: OutgoingMailDto = {
  id: 'mail-1',
  template: 'handover.offered',
  to: '@firma.example',
  subject: null,
  text: null,
  state: 'FAILED',
  language: 'de',
  attempts: 8,
  lastError: 'ETIMEDOUT',
  nextAttemptAt: null,
  createdAt: '2026-11-23T10:00:00Z',
  sentAt: null,
};

async function open(items: OutgoingMailDto[]) {
  TestBed.configureTestingModule({
    imports: [texts({ mail: { kind: { handover_offered: 'Neues Angebot' }, retry: 'Erneut senden', none: 'Noch keine' } })],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('outgoingMail.read'),
      provideRouter([{ path: '', component: OutgoingMailPage }]),
    ],
  });
  const harness = await RouterTestingHarness.create('/');
  const http = TestBed.inject(HttpTestingController);
  const list = () => http.expectOne(({ url }) => url === '/api/v1/outgoing-mail').flush({ items, total: items.length });
  TestBed.tick();
  list();
  await harness.fixture.whenStable();
  return { element: harness.routeNativeElement!, http, harness, list };
}

it('shows a mail about a case by its kind, and why it was given up', async () => {
  const { element } = await open([mail]);
  expect(element.querySelector('tbody')!.textContent).toContain('Neues Angebot');
  expect(element.querySelector('tbody')!.textContent).toContain('ETIMEDOUT');
});

it('sends a mail again', async () => {
  const { element, http, harness, list } = await open([mail]);
  element.querySelector<HTMLButtonElement>('tbody button')!.click();
  http.expectOne({ method: 'POST', url: '/api/v1/outgoing-mail/mail-1/retry' }).flush(null);
  TestBed.tick();
  list();
  await harness.fixture.whenStable();
  http.verify();
});

it('offers that for nothing that is on its way', async () => {
  const { element } = await open([
    { ...mail, state: 'QUEUED' },
    { ...mail, id: 'mail-2', state: 'SENT' },
  ]);
  expect(element.querySelector('tbody button')).toBeNull();
});

it('follows links of a text that is shown', async () => {
  const { element } = await open([{ ...mail, subject: 'Frage', text: 'Bitte: https://lotse.example/umfrage/abc' }]);
  expect(element.querySelector<HTMLAnchorElement>('details a')!.href).toBe('https://lotse.example/umfrage/abc');
});

it('says when nothing was ever written', async () => {
  const { element } = await open([]);
  expect(element.textContent).toContain('Noch keine');
});
