import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { NotificationDto } from '@lotse/notifications/contract';
import { LiveUpdates } from '@lotse/shared/ui';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { Subject } from 'rxjs';
import { Bell } from './bell';
import { MuteButton } from './mute-button';

const words = {
  notification: {
    bell: 'Mitteilungen, {{n}} Vorgänge mit Neuem',
    bellOne: 'Mitteilungen, ein Vorgang mit Neuem',
    several: '{{n}} Neuigkeiten, zuletzt: {{what}}',
    reason: { MENTION: 'weil Sie erwähnt wurden' },
    kind: { interaction: 'neuer Kontakt', other: 'etwas' },
    nothing: 'Nichts Neues.',
  },
};
const item: NotificationDto = {
  id: 'n1',
  caseId: 'k1',
  fileNumber: 'OF-2026-7KD4',
  title: 'Neue Halle',
  reason: 'MENTION',
  kind: 'interaction.logged',
  count: 3,
  latestAt: '2026-11-23T12:00:00Z',
  read: false,
};

async function setUp() {
  const live = new Subject<{ topic: string; id: string }>();
  TestBed.configureTestingModule({
    imports: [texts(words)],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', children: [] }]),
      signedInWith('notification.read'),
      { provide: LiveUpdates, useValue: { on: () => live } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const settled = async (ms = 0) => {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, ms));
    TestBed.tick();
  };
  return { live, http, settled };
}

/** The name of the button for screen readers. */
const named = (button: HTMLElement) => button.querySelector('.cdk-visually-hidden')?.textContent;

const unread = (http: HttpTestingController, count: number) =>
  http.match('/api/v1/notifications/count').forEach((call) => call.cancelled || call.flush({ unread: count }));

it('counts, tells why in its list, and follows what happens', async () => {
  const { live, http, settled } = await setUp();
  const fixture = TestBed.createComponent(Bell);
  await settled();
  unread(http, 1);
  await settled();
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  expect(named(button)).toBe('Mitteilungen, ein Vorgang mit Neuem');
  button.click();
  await settled();
  http.expectOne((call) => call.url === '/api/v1/notifications').flush({ items: [item], total: 1 });
  await settled();
  expect(document.body.textContent).toContain('3 Neuigkeiten, zuletzt: neuer Kontakt');
  expect(document.body.textContent).toContain('weil Sie erwähnt wurden');
  live.next({ topic: 'notification', id: 'n2' });
  await settled(350);
  unread(http, 2);
  await settled();
  expect(named(button)).toBe('Mitteilungen, 2 Vorgänge mit Neuem');
  document.querySelector<HTMLElement>('.lotse-bell-item')!.click();
  expect(http.expectOne('/api/v1/notifications/n1/read').request.method).toBe('PUT');
});

it('mutes a case and says so', async () => {
  const { http, settled } = await setUp();
  const fixture = TestBed.createComponent(MuteButton);
  fixture.componentRef.setInput('caseId', 'k1');
  await settled();
  http.expectOne('/api/v1/cases/k1/mute').flush({ muted: false });
  await settled();
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  expect(button.getAttribute('aria-pressed')).toBe('false');
  button.click();
  http.expectOne({ url: '/api/v1/cases/k1/mute', method: 'PUT' }).flush(null);
  await settled();
  http.expectOne({ url: '/api/v1/cases/k1/mute', method: 'GET' }).flush({ muted: true });
  await settled();
  expect(button.getAttribute('aria-pressed')).toBe('true');
});
