import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CaseDto, CaseStubDto } from '@lotse/cases/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { caseRoutes } from '../routes';

@Component({ selector: 'lotse-handovers-stand-in', template: 'Die Übergaben dieses Vorgangs' })
class Handovers {}

@Component({ selector: 'lotse-feedback-stand-in', template: 'Die Rückmeldung' })
class Feedback {}

const stub: CaseStubDto = {
  id: 'case-1',
  fileNumber: 'OF-2026-7KD4',
  type: 'EXPANSION',
  status: 'IN_PROGRESS',
  ownerOrganisationId: 'org-2',
  access: 'STUB',
};
const full = {
  ...stub,
  access: 'FULL',
  title: 'Neue Halle',
  companyName: 'Beispiel GmbH',
  ownerOrganisationName: 'Stadt Musterstadt',
  details: {},
  sections: ['MASTER'],
  team: [],
  closedAt: null,
  createdAt: '2026-11-23T08:00:00Z',
  reopenedAt: null,
  version: 1,
} as unknown as CaseDto;

// The page is loaded when first opened; loading it once here keeps that out of the time of a test.
beforeAll(() => import('./case-page'), 60_000);

async function turn(): Promise<void> {
  await new Promise((done) => setTimeout(done, 5));
  TestBed.tick();
}

async function open(url: string, answer: object) {
  TestBed.configureTestingModule({
    imports: [
      texts({
        case: { stub: { title: 'Vorgang {{fileNumber}}' }, tab: { timeline: 'Verlauf', handovers: 'Übergaben', feedback: 'Rückmeldung' } },
      }),
    ],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('case.read', 'case.write', 'case.move', 'case.assign'),
      provideRouter(
        [
          {
            path: 'vorgaenge',
            children: caseRoutes([
              { label: 'case.tab.handovers', route: { path: 'uebergaben', component: Handovers }, forStub: true },
              {
                label: 'case.tab.feedback',
                route: { path: 'rueckmeldung', component: Feedback },
                shown: ({ status }) => status === 'CLOSED',
              },
            ]),
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const opened = RouterTestingHarness.create(url);
  for (let n = 0; n < 400 && !http.match('/api/v1/cases/case-1').map((request) => request.flush(answer)).length; n++) await turn();
  const harness = await opened;
  for (let n = 0; n < 5; n++) await turn();
  const element = harness.routeNativeElement!;
  return {
    element,
    tabs: () => [...element.querySelectorAll('lotse-tab-nav a')].map((link) => link.textContent.trim()),
    router: TestBed.inject(Router),
  };
}

it('shows a former owner the stub and the handovers, whatever tab the address names', async () => {
  const { element, tabs, router } = await open('/vorgaenge/case-1/uebergaben', stub);
  expect(element.textContent).toContain('Vorgang OF-2026-7KD4');
  expect(element.textContent).toContain('Die Übergaben dieses Vorgangs');
  expect(tabs()).toEqual(['Übergaben']);
  expect(element.querySelector('lotse-case-actions')).toBeNull();
  await router.navigateByUrl('/vorgaenge/case-1/rueckmeldung');
  for (let n = 0; n < 5; n++) await turn();
  expect(router.url).toBe('/vorgaenge/case-1/uebergaben');
  expect(element.textContent).not.toContain('Die Rückmeldung');
});

it('shows the tabs of other domains where the case has them', async () => {
  expect((await open('/vorgaenge/case-1/uebergaben', full)).tabs()).not.toContain('Rückmeldung');
});

it('shows the tab of feedback once the case is closed', async () => {
  const closed = { ...full, status: 'CLOSED', outcome: 'ACHIEVED', closedAt: '2026-11-23T09:00:00Z' };
  const { tabs, element } = await open('/vorgaenge/case-1/rueckmeldung', closed);
  expect(tabs()).toContain('Rückmeldung');
  expect(element.querySelector('h1')!.textContent).toContain('Neue Halle');
});
