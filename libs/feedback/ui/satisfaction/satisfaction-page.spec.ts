import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { figures, type GradeCounts, type SatisfactionDto } from '@lotse/feedback/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { SatisfactionPage } from './satisfaction-page';

const TEXTS = {
  feedback: {
    page: { title: 'Zufriedenheit', region: 'Ganze Region' },
    verdict: {
      state: { MET: 'Ziel belegt erreicht', MISSED: 'Ziel belegt verfehlt', OPEN: 'Noch nicht belegbar', NONE: 'Noch keine Zahlen' },
      reason: { NONE: 'Erst ab {{minimum}} Antworten, bisher {{answered}}', OPEN_FEW: 'Prüfbar ab {{decision}}, hier {{n}}' },
      interval: 'von {{low}} bis {{high}}',
      answers: '{{n}} Antworten',
      waiting: 'Noch nicht enthalten: {{waiting}}',
    },
    trend: { few: 'weniger als fünf' },
  },
  app: { grade: { 2: 'gut' } },
};

function answerOf(counts: GradeCounts, change: Partial<SatisfactionDto> = {}): SatisfactionDto {
  const found = figures(counts);
  const answered = counts.reduce((sum, count) => sum + count, 0);
  return {
    organisationId: 'org-1',
    organisation: 'Stadt Musterstadt',
    from: '2025-10-01',
    to: '2026-12-31',
    asked: 40,
    answered,
    responseRate: answered / 40,
    ...found,
    distribution: found.distribution && [...found.distribution],
    funnel: {
      closed: 44,
      eligible: 40,
      sent: 40,
      undelivered: 0,
      answered,
      notAsked: { noContact: 3, objected: 1, askedRecently: 0, noNotice: 0 },
    },
    trend: [
      { quarter: '2026-Q4', asked: 4, answered: 3, n: 0, mean: null, interval: null, shareGood: null, distribution: null, state: null },
    ],
    ...change,
  };
}

async function open(dto: SatisfactionDto, url = '/') {
  TestBed.configureTestingModule({
    imports: [texts(TEXTS)],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('satisfaction.read'),
      provideRouter([{ path: '', component: SatisfactionPage }]),
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  http.expectOne('/api/v1/organisations').flush({
    items: [
      { id: 'org-1', name: 'Stadt Musterstadt', regionId: 'a' },
      { id: 'org-2', name: 'Gemeinde Beispielheim', regionId: 'a' },
      { id: 'org-3', name: 'Anderswo', regionId: 'b' },
    ],
    total: 3,
  });
  const request = http.expectOne(({ url: path }) => path === '/api/v1/satisfaction');
  request.flush(dto);
  await harness.fixture.whenStable();
  return {
    text: harness.routeNativeElement!.textContent!.replace(/\s+/g, ' '),
    element: harness.routeNativeElement!,
    request: request.request,
  };
}

it('says whether the goal is proven, and draws the interval it rests on', async () => {
  const { text, element } = await open(answerOf([30, 10, 0, 0, 0, 0]));
  expect(text).toContain('Ziel belegt erreicht');
  expect(text).toContain('1,3');
  expect(text).toContain('40 Antworten');
  expect(element.querySelector('lotse-grade-scale [role=img]')).not.toBeNull();
  expect([...element.querySelectorAll('lotse-distribution .count')].map((cell) => cell.textContent)).toEqual([
    '30',
    '10',
    '0',
    '0',
    '0',
    '0',
  ]);
});

it('is honest about too few answers to prove anything', async () => {
  const { text } = await open(answerOf([2, 4, 1, 1, 0, 0], { answered: 11 }));
  expect(text).toContain('Noch nicht belegbar');
  expect(text).toContain('Prüfbar ab 20, hier 8');
  expect(text).toContain('von 1,3 bis 3,0');
  expect(text).toContain('Noch nicht enthalten: 3');
});

it('shows no figure below five answers and says why', async () => {
  const { text, element } = await open(answerOf([1, 2, 0, 0, 0, 0]));
  expect(text).toContain('Erst ab 5 Antworten, bisher 3');
  expect(element.querySelector('lotse-grade-scale, lotse-distribution')).toBeNull();
  expect(text).toContain('weniger als fünf');
});

it('asks for what the address says: the region, or a partner and a period', async () => {
  const { request } = await open(answerOf([1, 0, 0, 0, 0, 0]), '/?organisation=region&zeitraum=vorjahr');
  expect(request.params.get('scope')).toBe('region');
  expect(request.params.get('from')).toMatch(/-01-01$/);
  TestBed.resetTestingModule();
  const { request: partner } = await open(answerOf([1, 0, 0, 0, 0, 0]), '/?organisation=org-2');
  expect(partner.params.get('organisationId')).toBe('org-2');
  expect(partner.params.has('from')).toBe(false);
});
