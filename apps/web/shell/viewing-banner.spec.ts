import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { CurrentSession } from '@lotse/shared/ui';
import { aSession, texts } from '@lotse/shared/ui/testing';
import { Reload } from './reload';
import { ViewingBanner } from './viewing-banner';

const viewer = { name: 'Ada Beispiel', until: '2026-11-23T12:30:00Z' };

const { setInterval: real } = window;
/** Half a minute has passed. */
let beat: () => void;

function open(isViewing: boolean) {
  window.setInterval = ((run: () => void) => {
    beat = run;
    return 0;
  }) as typeof window.setInterval;
  const starts: string[] = [];
  const fromStart = () => void starts.push('/');
  TestBed.configureTestingModule({
    imports: [texts({ app: { viewAs: { banner: 'Sie sehen Lotse wie {{name}}. Nur lesen.', end: 'Beenden' } } })],
    providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Reload, useValue: { fromStart } }],
  });
  const http = TestBed.inject(HttpTestingController);
  TestBed.inject(CurrentSession).load().subscribe();
  http.expectOne('/api/v1/session').flush(aSession(['case.read'], isViewing ? { viewer } : {}));
  const fixture = TestBed.createComponent(ViewingBanner);
  fixture.detectChanges();
  return { element: fixture.nativeElement as HTMLElement, http, starts };
}

afterEach(() => {
  window.setInterval = real;
});

it('says whose view it is, and leads back', () => {
  const { element, http, starts } = open(true);
  expect(element.textContent).toContain('Sie sehen Lotse wie Erika Beispiel. Nur lesen.');
  element.querySelector('button')!.click();
  http.expectOne({ url: '/api/v1/session/view-as', method: 'DELETE' }).flush(aSession());
  expect(starts).toEqual(['/']);
});

it('starts anew once the view has ended elsewhere', () => {
  const { http, starts } = open(true);
  beat();
  http.expectOne('/api/v1/session').flush(aSession(['case.read'], { viewer }));
  expect(starts).toEqual([]);
  beat();
  http.expectOne('/api/v1/session').flush(aSession(['people.manage']));
  expect(starts).toEqual(['/']);
});

it('is silent in the own view', () => {
  const { element, http } = open(false);
  expect(element.textContent).toBe('');
  beat();
  http.verify();
});
