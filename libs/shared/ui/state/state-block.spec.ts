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
    <lotse-state [of]="cases" [empty]="empty()" (clear)="cleared = true">Legen Sie den ersten Vorgang an.</lotse-state>
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
  cleared = false;
}

async function open() {
  TestBed.configureTestingModule({
    imports: [
      texts({
        app: { state: { loading: 'Lädt', failed: 'Nicht geladen', retry: 'Erneut', clear: 'Filter weg', filtered: 'Zu eng' } },
        error: { unavailable: 'Später.' },
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
