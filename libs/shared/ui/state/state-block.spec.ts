import { httpResource, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { texts } from '../testing';
import { keepLast } from './keep-last';
import { type EmptyKind, StateBlock } from './state-block';

@Component({
  imports: [StateBlock],
  template: `
    <lotse-state [of]="cases" [empty]="empty()" [page]="whole() && !page()" (clear)="cleared = true"
      >Legen Sie den ersten Vorgang an.</lotse-state
    >
    @if (page(); as page) {
      <p class="filled">{{ page.total }}</p>
    }
  `,
})
class Page {
  readonly number = signal(1);
  readonly cases = httpResource<{ total: number }>(() => `/cases?page=${this.number()}`);
  readonly page = keepLast(this.cases);
  readonly empty = signal<EmptyKind | undefined>(undefined);
  readonly whole = signal(false);
  cleared = false;
}

async function open() {
  TestBed.configureTestingModule({
    imports: [
      texts({
        app: {
          state: {
            loading: 'Lädt',
            failed: 'Nicht geladen',
            missing: 'Nicht gefunden',
            forbidden: 'Kein Zugriff',
            retry: 'Erneut',
            clear: 'Filter weg',
            filtered: 'Zu eng',
          },
        },
        error: { unavailable: 'Später.', notFound: 'Gibt es nicht.', validation: 'Bitte prüfen.' },
      }),
    ],
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(Page);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  const element: HTMLElement = fixture.nativeElement;
  const answer = async (url: string, body: object, status = 200) => {
    http.expectOne(url).flush(body, { status, statusText: 'x' });
    await fixture.whenStable();
  };
  return { fixture, element, page: fixture.componentInstance, answer };
}

it('shows grey lines first, then what came', async () => {
  const { element, answer } = await open();
  expect(element.querySelector('.skeleton')!.textContent).toContain('Lädt');
  await answer('/cases?page=1', { total: 3 });
  expect(element.querySelector('.skeleton, .block, .bar')).toBeNull();
  expect(element.querySelector('.filled')!.textContent).toBe('3');
});

it('keeps the former page on screen while the next one loads', async () => {
  const { element, page, answer } = await open();
  await answer('/cases?page=1', { total: 3 });
  page.number.set(2);
  TestBed.tick();
  expect(element.querySelector('.bar')).not.toBeNull();
  expect(element.querySelector('.filled')!.textContent).toBe('3');
  await answer('/cases?page=2', { total: 9 });
  expect(element.querySelector('.filled')!.textContent).toBe('9');
});

it.each([
  [404, 'Nicht gefunden'],
  [403, 'Kein Zugriff'],
  [503, 'Nicht geladen'],
])('gives a page that is nothing else its h1 and title (%i)', async (status, heading) => {
  const { element, page, answer } = await open();
  page.whole.set(true);
  TestBed.tick();
  expect([...element.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual(['Lädt']);
  await answer('/cases?page=1', { code: 'unavailable' }, status);
  expect([...element.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual([heading]);
  expect(element.querySelector('h2')).toBeNull();
  expect(document.title).toBe(`${heading} – Lotse`);
});

it('says of an address that names nothing that there is nothing, and offers no second try', async () => {
  const { element, answer } = await open();
  await answer('/cases?page=1', { code: 'validation', errors: [{ pointer: '/id', code: 'isUuid' }] }, 400);
  expect(element.querySelector('[role=alert]')!.textContent).toContain('Nicht gefunden');
  expect(element.querySelector('[role=alert]')!.textContent).toContain('Gibt es nicht.');
  expect(element.querySelector('button')).toBeNull();
});

it('leaves the h1 to the head of the page as soon as there is one', async () => {
  const { element, page, answer } = await open();
  page.whole.set(true);
  await answer('/cases?page=1', { total: 3 });
  page.number.set(2);
  TestBed.tick();
  expect(element.querySelector('.bar')).not.toBeNull();
  expect(element.querySelector('h1')).toBeNull();
  await answer('/cases?page=2', { code: 'unavailable' }, 503);
  expect(element.querySelector('h1')!.textContent).toBe('Nicht geladen'); // the head is gone with what it stood above
});

it('says what failed and tries again', async () => {
  const { element, answer } = await open();
  await answer('/cases?page=1', { code: 'unavailable' }, 503);
  expect(element.querySelector('[role=alert]')!.textContent).toContain('Später.');
  element.querySelector('button')!.click();
  TestBed.tick();
  await answer('/cases?page=1', { total: 1 });
  expect(element.querySelector('.filled')!.textContent).toBe('1');
});

it('tells a narrow filter from nothing at all', async () => {
  const { element, page, answer, fixture } = await open();
  page.empty.set('nothing');
  await answer('/cases?page=1', { total: 0 });
  expect(element.textContent).toContain('Legen Sie den ersten Vorgang an.');
  expect(element.querySelector('button')).toBeNull();
  page.empty.set('filtered');
  await fixture.whenStable();
  element.querySelector('button')!.click();
  expect(page.cleared).toBe(true);
});
