import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AbsenceDto, PersonDto } from '@lotse/identity/contract';
import { dayOf } from '@lotse/shared/ui';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { AbsencesPage } from './absences-page';

const person = (id: string, name: string, roles: PersonDto['roles']): PersonDto => ({ id, name, roles, active: true, version: 1 });
const PEOPLE = [
  person('user-1', 'Erika Beispiel', ['LIAISON']),
  person('user-2', 'Max Muster', ['OFFICER']),
  person('user-3', 'Ada Admin', ['ADMINISTRATOR']),
];
const AWAY: AbsenceDto = {
  id: 'a1',
  userId: 'user-2',
  userName: 'Max Muster',
  deputyId: 'user-1',
  deputyName: 'Erika Beispiel',
  startsOn: '2026-11-23',
  endsOn: '2026-11-27',
  now: true,
  mayEnd: false,
};
const de = {
  absence: { range: '{{from}} bis {{to}}', now: 'gerade abwesend', end: 'Beenden', save: 'Eintragen', chooseDeputy: 'Person wählen' },
};

async function open(items: AbsenceDto[]) {
  TestBed.configureTestingModule({
    imports: [texts(de)],
    providers: [provideHttpClient(), provideHttpClientTesting(), signedInWith('absence.read', 'absence.write')],
  });
  const fixture = TestBed.createComponent(AbsencesPage);
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let round = 0; round < 4; round++) {
      TestBed.tick();
      for (const request of http.match({ method: 'GET', url: '/api/v1/absences' })) request.flush({ items, total: items.length });
      for (const request of http.match('/api/v1/people')) request.flush({ items: PEOPLE, total: PEOPLE.length });
      await new Promise((done) => setTimeout(done));
    }
    await fixture.whenStable();
  };
  await settle();
  const element: HTMLElement = fixture.nativeElement;
  return { element, http, settle };
}

describe('the page of absences', () => {
  it('shows who is away until when and who stands in; only the own absence can be ended', async () => {
    const { element } = await open([
      AWAY,
      { ...AWAY, id: 'a2', userName: 'Erika Beispiel', deputyName: 'Max Muster', now: false, mayEnd: true },
    ]);
    const rows = [...element.querySelectorAll('tbody tr')];
    expect(rows[0]?.textContent).toMatch(/Max Muster.*23\.11\.2026 bis 27\.11\.2026.*Erika Beispiel.*gerade abwesend/s);
    expect(rows.map((row) => row.querySelectorAll('button').length)).toEqual([0, 1]);
  });

  it('offers officers and liaisons but oneself as deputy, and sends the days', async () => {
    const { element, http, settle } = await open([]);
    const deputy = element.querySelector('select')!;
    expect([...deputy.options].map(({ text }) => text)).toEqual(['Person wählen', 'Max Muster']);
    const [, last] = element.querySelectorAll<HTMLInputElement>('input[type=date]');
    for (const [control, value] of [
      [last!, '2099-01-05'],
      [deputy, 'user-2'],
    ] as const) {
      control.value = value;
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
    }
    await settle();
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
    const request = http.expectOne({ method: 'POST', url: '/api/v1/absences' });
    expect(request.request.body).toEqual({ deputyId: 'user-2', startsOn: dayOf(new Date()), endsOn: '2099-01-05' });
  });

  it('sends nothing while the end lies before the beginning', async () => {
    const { element, http, settle } = await open([]);
    const [, last] = element.querySelectorAll<HTMLInputElement>('input[type=date]');
    last!.value = '2020-01-01';
    last!.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
    http.expectNone({ method: 'POST', url: '/api/v1/absences' });
  });
});
