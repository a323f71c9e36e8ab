import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AuditEntryDto } from '@lotse/identity/contract';
import { addDays, berlinDay } from '@lotse/shared/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { AuditPage } from './audit-page';

const ENTRY: AuditEntryDto = {
  id: 'e1',
  recordedAt: '2026-11-23T10:00:00Z',
  action: 'person.rolesChanged',
  person: 'Ada Admin',
  subjectKind: 'user',
  subjectId: 'u2',
  details: { new: ['OFFICER', 'LIAISON'], old: ['OFFICER'] },
};
const PEOPLE = [
  { id: 'u1', name: 'Ada Admin' },
  { id: 'u2', name: 'Olga Muster' },
];
const de = {
  audit: {
    gone: 'Konto weg',
    action: { person_rolesChanged: 'Rollen geändert', absence_entered: 'Abwesend' },
    subject: { company: 'Unternehmen', case: 'Vorgang', handover: 'Übergabe' },
    fact: { old: 'Bisher', new: 'Neu', deputy: 'Vertretung', from: 'Von', section: 'Teil', sections: 'Teile', toOrganisation: 'An' },
    factOf: { section_level: { from: 'bisher', to: 'jetzt' } },
    code: {
      section: { NOTES: 'Notizen' },
      sections: { MASTER: 'Eckdaten' },
      from: { PARTIES: 'Beteiligte' },
      to: { ORGANISATION: 'Organisation' },
    },
  },
  identity: { role: { OFFICER: 'Wirtschaftsförderung', LIAISON: 'Ansprechperson' } },
};

async function open(items: AuditEntryDto[], path = '/') {
  TestBed.configureTestingModule({
    imports: [texts(de)],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      signedInWith('audit.read'),
      provideRouter([{ path: '', component: AuditPage }]),
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  const request = http.expectOne(({ url }) => url === '/api/v1/audit');
  const { params } = request.request;
  request.flush({ items, total: items.length, people: PEOPLE });
  await harness.fixture.whenStable();
  const element = harness.routeNativeElement as HTMLElement;
  return { element, asked: Object.fromEntries(params.keys().map((key) => [key, params.get(key)])) };
}

const cells = (element: HTMLElement) =>
  [...element.querySelectorAll('tbody tr > *')].map((cell) => {
    const lines = [...cell.querySelectorAll('div > div, th > div')].map(({ textContent }) => textContent);
    return [lines.reduce((text, line) => text.replace(line, ''), cell.textContent), ...lines].map((text) => text.trim()).join(' | ');
  });

it('says in words what happened, who did it and whom it concerns', async () => {
  const { element } = await open([ENTRY]);
  expect(cells(element)).toEqual([
    '23.11.2026, 11:00',
    'Rollen geändert | Bisher: Wirtschaftsförderung | Neu: Wirtschaftsförderung, Ansprechperson',
    'Ada Admin',
    'Olga Muster',
  ]);
});

it('shows what it does not know as it was written, and that an account is gone', async () => {
  const { element } = await open([
    { ...ENTRY, action: 'probe.made', person: undefined, subjectKind: 'company', subjectId: 'c-1', details: { weight: 3, why: 'Weil' } },
    { ...ENTRY, id: 'e2', action: 'absence.entered', subjectKind: undefined, details: { from: '2026-12-01', deputy: 'u1', to: null } },
  ]);
  const [, first, person, subject, , second, , nothing] = cells(element);
  expect([first, person, subject]).toEqual(['probe.made | weight: 3 | why: Weil', 'Konto weg', 'Unternehmen | c-1']);
  expect([second, nothing]).toEqual(['Abwesend | Vertretung: Ada Admin | Von: 01.12.2026', '']);
});

it('says parts and levels in words, and the file number in place of an id', async () => {
  const level = { section: 'NOTES', from: 'PARTIES', to: 'ORGANISATION', fileNumber: '2026-7' };
  const override = { toOrganisation: 'Egelsbach', sections: ['MASTER', 'FEEDBACK'], fileNumber: '2026-8' };
  const { element } = await open([
    { ...ENTRY, action: 'section.level', subjectKind: 'case', details: level },
    { ...ENTRY, id: 'e2', action: 'handover.override', subjectKind: 'handover', details: override },
  ]);
  const [, first, , subject, , second, , sent] = cells(element);
  expect([first, subject]).toEqual(['section.level | Teil: Notizen | bisher: Beteiligte | jetzt: Organisation', 'Vorgang | 2026-7']);
  expect([second, sent]).toEqual(['handover.override | An: Egelsbach | Teile: Eckdaten, FEEDBACK', 'Übergabe | 2026-8']);
});

it('asks for what the address says', async () => {
  const { asked } = await open([], '/?zeitraum=woche&art=session.opened&person=u2&page=3');
  expect(asked).toEqual({ action: 'session.opened', personId: 'u2', page: '3', from: addDays(berlinDay(new Date()), -6) });
});

it('asks for everything without one, or with a period nobody knows', async () => {
  expect((await open([], '/?zeitraum=immer')).asked).toEqual({ page: '1' });
});
