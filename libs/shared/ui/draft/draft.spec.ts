import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { texts } from '../testing';
import { keepDraft } from './draft';
import { DraftNote } from './draft-note';

const key = signal<string | undefined>('case:1:note');

@Component({
  imports: [DraftNote],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lotse-draft [of]="draft" />`,
})
class Page {
  readonly text = signal('');
  readonly draft = keepDraft<{ text: string }>({
    key,
    typed: () => (this.text().trim() ? { text: this.text() } : undefined),
    restore: ({ text }) => this.text.set(text),
    clear: () => this.text.set(''),
  });
}

const wait = async (ms = 0) => {
  TestBed.tick();
  await new Promise((done) => setTimeout(done, ms));
  TestBed.tick();
};

async function open(content: object | null) {
  key.set('case:1:note');
  TestBed.configureTestingModule({
    imports: [texts({ app: { draft: { restored: 'Entwurf von {{at}} wiederhergestellt', discard: 'verwerfen' } } })],
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(Page);
  const http = TestBed.inject(HttpTestingController);
  await wait();
  const asked = http.expectOne('/api/v1/drafts/case:1:note');
  return {
    fixture,
    page: fixture.componentInstance,
    http,
    asked,
    answer: { key: 'case:1:note', content, updatedAt: '2026-11-23T09:42:00Z' },
  };
}

it('restores what was kept, says from when, and throws it away', async () => {
  const { fixture, page, http, asked, answer } = await open({ text: 'Halber Satz' });
  asked.flush(answer);
  await wait();
  expect(page.text()).toBe('Halber Satz');
  const element: HTMLElement = fixture.nativeElement;
  expect(element.textContent).toContain('Entwurf von 23.11.2026, 10:42 wiederhergestellt');
  element.querySelector('button')!.click();
  await wait();
  http.expectOne({ method: 'DELETE', url: '/api/v1/drafts/case:1:note' }).flush(null);
  expect(page.text()).toBe('');
  await wait(1100);
  http.verify();
});

it('keeps what is typed after a pause, once, and drops it when it was sent', async () => {
  const { page, http, asked, answer } = await open(null);
  asked.flush({ ...answer, updatedAt: null });
  page.text.set('Hal');
  await wait(300);
  page.text.set('Halle');
  await wait(300);
  http.expectNone({ method: 'PUT' });
  await wait(900);
  const kept = http.expectOne({ method: 'PUT' });
  expect(kept.request.body).toEqual({ content: { text: 'Halle' } });
  kept.flush(answer);
  page.text.set('');
  page.draft.sent();
  http.expectOne({ method: 'DELETE' }).flush(null);
  await wait(1100);
  http.verify();
});

it('does not overwrite what is being typed, and saves at once when the form goes away', async () => {
  const { fixture, page, http, asked, answer } = await open({ text: 'alt' });
  page.text.set('neu');
  await wait();
  asked.flush(answer);
  await wait();
  expect(page.text()).toBe('neu');
  fixture.destroy();
  expect(http.expectOne({ method: 'PUT' }).request.body).toEqual({ content: { text: 'neu' } });
});
