import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { DAY_KINDS, type DayItemDto, type DayKind, type MyDayDto } from '@lotse/reporting/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { MyDayPage } from './my-day-page';

@Component({ template: '' })
class Page {}

const item = (kind: DayKind, id: string, dueness: DayItemDto['dueness']): DayItemDto => ({
  id,
  kind,
  caseId: id,
  fileNumber: `OF-2026-${id}`,
  caseType: 'EXPANSION',
  title: `Aufgabe ${id}`,
  caseTitle: null,
  companyName: null,
  organisationName: null,
  dueOn: dueness ? '2026-11-23' : null,
  dueness,
  link: `/vorgaenge/${id}`,
});
const items = [
  item('NEXT_STEP', '1', 'OVERDUE'),
  item('FOLLOW_UP', '2', 'TODAY'),
  item('NEXT_STEP', '3', 'SOON'),
  item('NO_NEXT_STEP', '4', null),
];
const day: MyDayDto = {
  items,
  total: 4,
  counts: DAY_KINDS.map((kind) => ({ kind, count: items.filter((one) => one.kind === kind).length })),
};

async function open(url = '/', answer = day) {
  TestBed.configureTestingModule({
    imports: [texts({ day: { nothing: 'Alles erledigt', group: { OVERDUE: 'Überfällig' } } })],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('myDay.read'),
      provideRouter([
        { path: '', pathMatch: 'full', component: MyDayPage },
        { path: '**', component: Page },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne('/api/v1/my-day').flush(answer);
  await harness.fixture.whenStable();
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  const element = harness.routeNativeElement!;
  const entries = () => [...element.querySelectorAll<HTMLAnchorElement>('li a')];
  const press = async (key: string) => {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await harness.fixture.whenStable();
  };
  return { harness, element, entries, press, router: TestBed.inject(Router) };
}

it('is one stop for Tab; the arrows choose and a link opens', async () => {
  const { entries, press, harness, router } = await open();
  expect(entries().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1]);
  entries()[0]!.focus();
  await press('ArrowDown');
  await press('ArrowDown');
  expect(document.activeElement).toBe(entries()[2]);
  expect(entries().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0, -1]);
  await press('ArrowUp');
  await press('End');
  expect(document.activeElement).toBe(entries()[3]);
  await press('ArrowDown');
  expect(document.activeElement).toBe(entries()[3]);
  (document.activeElement as HTMLAnchorElement).click();
  await harness.fixture.whenStable();
  expect(router.url).toBe('/vorgaenge/4');
});

it('is reached by an arrow from nowhere in particular', async () => {
  const { entries, press } = await open();
  (document.activeElement as HTMLElement).blur();
  await press('ArrowDown');
  expect(document.activeElement).toBe(entries()[0]);
  await press('ArrowDown');
  expect(document.activeElement).toBe(entries()[1]);
});

it('opens exactly the entries a figure counts', async () => {
  const { element, entries, harness, router } = await open();
  const [all, ...kinds] = element.querySelectorAll<HTMLAnchorElement>('nav a');
  expect(all!.textContent).toContain('4');
  const steps = kinds.find((link) => link.textContent.includes('NEXT_STEP') && link.textContent.includes('2'))!;
  steps.click();
  await harness.fixture.whenStable();
  expect(router.url).toBe('/?art=NEXT_STEP');
  expect(entries()).toHaveLength(2);
});

it('stays on the chosen entry when the list is read again', async () => {
  const { entries, press, harness } = await open();
  entries()[0]!.focus();
  await press('End');
  harness.fixture.detectChanges();
  expect(entries().map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, 0]);
});

it('says that all is done', async () => {
  const { element } = await open('/', { items: [], total: 0, counts: [] });
  expect(element.textContent).toContain('Alles erledigt');
});
