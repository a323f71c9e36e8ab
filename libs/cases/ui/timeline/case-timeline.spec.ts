import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CaseDto, RoutingSuggestionsDto } from '@lotse/cases/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { CaseStore } from '../case-page/case-store';
import { CaseTimeline } from './case-timeline';

const possible = (municipality: string) => ({
  organisationId: municipality,
  organisationName: `Gemeinde ${municipality}`,
  reason: 'POSSIBLE_PLACE' as const,
  ruleId: 'rule',
  ruleName: 'Ort',
  ruleText: null,
  municipality,
});
const SUGGESTED: RoutingSuggestionsDto = { items: [possible('Egelsbach'), possible('Langen')], total: 2, ambiguous: true, topics: [] };
const event = (kind: string, data: object) => ({
  id: kind,
  kind,
  occurredOn: '2026-11-20',
  recordedAt: '2026-11-20T09:00:00Z',
  byName: 'Olga Muster',
  byOrganisationId: 'org-1',
  changes: [],
  data,
});
const offered = event('handover.offered', { handoverKind: 'TRANSFER', basis: 'OVERRIDE', basisReason: 'Gefahr im Verzug' });
const level = event('section.level', { section: 'NOTES', from: 'PARTIES', to: 'ORGANISATION' });
const de = {
  case: {
    routing: {
      waits: 'Wartet auf eine Entscheidung',
      offer: 'Vorgang anbieten',
      reason: { POSSIBLE_PLACE: 'könnte in {{municipality}} liegen' },
    },
    event: { section_level: '{{section}}: bisher {{fromLevel}}, jetzt {{toLevel}}', handover_offered: 'hat angeboten' },
    section: { NOTES: 'Notizen' },
    sectionLevel: { PARTIES: 'Beteiligte', ORGANISATION: 'Organisation' },
    timeline: { withoutConsent: 'ohne Einwilligung, Grund: {{why}}' },
  },
};

async function open(events: object[], of: Partial<CaseDto> = {}, rights = ['handover.offer']): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    imports: [texts(de)],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), signedInWith(...(rights as [])), CaseStore],
  });
  TestBed.inject(CaseStore).id.set('c1');
  const fixture = TestBed.createComponent(CaseTimeline);
  fixture.componentRef.setInput('id', 'c1');
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 4; round++) {
    TestBed.tick();
    for (const request of http.match(() => true)) {
      const { url } = request.request;
      if (url.endsWith('/timeline')) request.flush({ items: events, total: events.length });
      else if (url.endsWith('/routing-suggestion')) request.flush(SUGGESTED);
      else if (url.endsWith('/cases/c1')) request.flush({ id: 'c1', status: 'NEW', access: 'FULL', ...of });
    }
    await new Promise((done) => setTimeout(done));
  }
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

const hint = (element: HTMLElement) => element.querySelector('lotse-case-routing')?.textContent;

it('says on a new case that it waits for a person, with every possible place and its reason; nothing is chosen', async () => {
  const element = await open([level]);
  expect(hint(element)).toContain('Wartet auf eine Entscheidung');
  for (const place of ['Egelsbach', 'Langen']) expect(hint(element)).toContain(`könnte in ${place} liegen`);
  expect([...element.querySelectorAll('lotse-case-routing :is(a, button)')].map((each) => each.getAttribute('href'))).toEqual([
    '/vorgaenge/c1/uebergaben?angebot=neu',
  ]);
});

it('says it no more once the case is offered or taken up, and only to who may offer it', async () => {
  expect(hint(await open([offered]))).toBeUndefined();
  TestBed.resetTestingModule();
  expect(hint(await open([], { status: 'IN_PROGRESS' }))).toBeUndefined();
  TestBed.resetTestingModule();
  expect(hint(await open([], {}, []))).toBeUndefined();
  TestBed.resetTestingModule();
  expect(hint(await open([event('handover.declined', { handoverKind: 'TRANSFER' }), offered]))).toContain('Wartet');
});

it('says which part is read how far, and an offer that passed over the consent', async () => {
  const text = (await open([level, offered])).textContent;
  expect(text).toContain('Notizen: bisher Beteiligte, jetzt Organisation');
  expect(text).toContain('hat angeboten (ohne Einwilligung, Grund: Gefahr im Verzug)');
});
