import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { HandoverDto } from '@lotse/handovers/contract';
import { LiveUpdates, Toasts } from '@lotse/shared/ui';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { Subject } from 'rxjs';
import { newsOf, tellHandoverNews } from './handover-news';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const handover = (change: Partial<HandoverDto>): HandoverDto =>
  ({
    side: 'FROM',
    state: 'OFFERED',
    offeredAt: '2026-11-23T09:59:50Z',
    decidedAt: '2026-11-23T09:59:58Z',
    messages: [],
    ...change,
  }) as HandoverDto;

it.each([
  ['the own offer was accepted', { state: 'ACCEPTED' }, 'ACCEPTED'],
  ['the own offer was declined', { state: 'DECLINED' }, 'DECLINED'],
  ['the own offer has expired', { state: 'EXPIRED' }, 'EXPIRED'],
  ['an offer has come in', { side: 'TO', state: 'OFFERED' }, 'OFFERED'],
  ['nothing: the person offered it', { state: 'OFFERED' }, undefined],
  ['nothing: the person withdrew it', { state: 'WITHDRAWN' }, undefined],
  ['nothing: the own organisation decided', { side: 'TO', state: 'ACCEPTED' }, undefined],
  ['nothing: it was accepted long ago and has ended now', { state: 'ACCEPTED', decidedAt: '2026-11-20T10:00:00Z' }, undefined],
  ['nothing: somebody wrote about an old offer', { side: 'TO', offeredAt: '2026-11-22T10:00:00Z' }, undefined],
] as [string, Partial<HandoverDto>, string | undefined][])('%s', (_, change, news) => {
  expect(newsOf(handover(change), NOW)).toBe(news);
});

it('says once, on whatever page, that the own offer was accepted', () => {
  const updates = new Subject<{ topic: string; id: string }>();
  TestBed.configureTestingModule({
    imports: [texts({ handover: { news: { ACCEPTED: '{{organisation}} hat {{fileNumber}} angenommen.' } } })],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('handover.decide'),
      { provide: LiveUpdates, useValue: { on: () => updates } },
    ],
  });
  TestBed.runInInjectionContext(tellHandoverNews);
  const http = TestBed.inject(HttpTestingController);
  const accepted = handover({
    id: 'h1',
    state: 'ACCEPTED',
    decidedAt: new Date().toISOString(),
    fileNumber: 'OF-2026-7KD4',
    toOrganisationName: 'Rodgau',
  });
  for (let n = 0; n < 2; n++) {
    updates.next({ topic: 'handover', id: 'h1' });
    http.expectOne('/api/v1/handovers/h1').flush(accepted);
  }
  updates.next({ topic: 'handover', id: 'gone' });
  http.expectOne('/api/v1/handovers/gone').flush({}, { status: 404, statusText: 'Not Found' });
  expect(
    TestBed.inject(Toasts)
      .all()
      .map(({ text }) => text),
  ).toEqual(['Rodgau hat OF-2026-7KD4 angenommen.']);
});
