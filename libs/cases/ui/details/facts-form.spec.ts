import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CaseDto } from '@lotse/cases/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { FactsForm } from './facts-form';

const base = {
  id: 'case-1',
  type: 'EXPANSION',
  title: 'Neue Halle',
  companyId: 'company-1',
  projectName: null,
  contactPersonId: null,
  contactPersonName: null,
  details: { jobs: 3 },
  version: 1,
} as unknown as CaseDto;

/** A request under way keeps the program from becoming stable, so specs only let it take one turn. */
async function turn(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

async function open() {
  TestBed.configureTestingModule({
    imports: [
      texts({
        case: { save: 'Speichern', field: { title: 'Worum geht es?' }, details: { jobs: 'Arbeitsplätze' }, unit: { jobs: 'Personen' } },
      }),
    ],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), signedInWith('case.write')],
  });
  const fixture = TestBed.createComponent(FactsForm);
  fixture.componentRef.setInput('start', base);
  let saved: CaseDto | undefined;
  fixture.componentInstance.saved.subscribe((changed) => (saved = changed));
  await turn();
  const element = fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  const control = (label: string) =>
    [...element.querySelectorAll('lotse-field')]
      .find((field) => field.querySelector('label')?.textContent.includes(label))!
      .querySelector<HTMLInputElement>('input, select, textarea')!;
  const type = (label: string, value: string) => {
    control(label).value = value;
    control(label).dispatchEvent(new Event('input'));
  };
  const save = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await turn();
    return http.expectOne({ method: 'PATCH', url: '/api/v1/cases/case-1' });
  };
  const hear = (later: CaseDto) => fixture.componentRef.setInput('start', later);
  return { element, http, control, type, save, hear, saved: () => saved };
}

const stale = (current: CaseDto) => ({ code: 'stale', details: { version: current.version, current } });
const refused = { status: 412, statusText: 'Precondition Failed' };

it('sends only what was changed, for the version that was seen', async () => {
  const { type, save, saved } = await open();
  type('Worum geht es?', 'Neue Halle und Büro');
  const request = await save();
  expect(request.request.headers.get('If-Match')).toBe('"1"');
  expect(request.request.body).toEqual({ title: 'Neue Halle und Büro' });
  request.flush({ ...base, title: 'Neue Halle und Büro', version: 2 });
  await turn();
  expect(saved()?.version).toBe(2);
});

it('saves by itself when somebody else changed other fields', async () => {
  const { type, save, saved, http } = await open();
  type('Worum geht es?', 'Meine Halle');
  (await save()).flush(stale({ ...base, details: { jobs: 9 }, version: 5 }), refused);
  await turn();
  const again = http.expectOne({ method: 'PATCH' });
  expect(again.request.headers.get('If-Match')).toBe('"5"');
  expect(again.request.body).toEqual({ title: 'Meine Halle' });
  again.flush({ ...base, title: 'Meine Halle', details: { jobs: 9 }, version: 6 });
  await turn();
  expect(saved()).toMatchObject({ title: 'Meine Halle', details: { jobs: 9 } });
});

it('rests on the case it began with, though the page has heard of a newer one', async () => {
  const { element, type, save, hear } = await open();
  type('Worum geht es?', 'Meine Halle');
  const theirs = { ...base, title: 'Ihre Halle', version: 5 };
  hear(theirs);
  const request = await save();
  expect(request.request.headers.get('If-Match')).toBe('"1"');
  request.flush(stale(theirs), refused);
  await turn();
  expect(element.querySelector('lotse-conflict')?.textContent).toContain('Ihre Halle');
});

it('shows both values of a field both changed, keeps what was typed, and goes on from the choice', async () => {
  const { element, type, control, save, saved, http } = await open();
  type('Worum geht es?', 'Meine Halle');
  type('Arbeitsplätze', '12');
  (await save()).flush(stale({ ...base, title: 'Ihre Halle', version: 5 }), refused);
  await turn();
  const panel = element.querySelector('lotse-conflict')!;
  expect(panel.textContent).toContain('Meine Halle');
  expect(panel.textContent).toContain('Ihre Halle');
  expect(control('Worum geht es?').value).toBe('Meine Halle');
  expect(control('Arbeitsplätze').value).toBe('12');
  http.expectNone({ method: 'PATCH' });

  panel.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.dispatchEvent(new Event('change'));
  await turn();
  panel.querySelector<HTMLButtonElement>('button')!.click();
  await turn();
  const again = http.expectOne({ method: 'PATCH' });
  expect(again.request.headers.get('If-Match')).toBe('"5"');
  expect(again.request.body).toEqual({ details: { jobs: 12 } });
  again.flush({ ...base, title: 'Ihre Halle', details: { jobs: 12 }, version: 6 });
  await turn();
  expect(saved()?.version).toBe(6);
});

it('shows numbers of a conflict as everywhere else, with unit and groups of digits', async () => {
  const { element, type, save } = await open();
  type('Arbeitsplätze', '1234');
  (await save()).flush(stale({ ...base, details: { jobs: 20000 }, version: 5 }), refused);
  await turn();
  const panel = element.querySelector('lotse-conflict')!;
  expect(panel.textContent).toContain('1.234 Personen');
  expect(panel.textContent).toContain('20.000 Personen');
});

it('puts a fault the server finds beside its field', async () => {
  const { element, type, control, save } = await open();
  type('Arbeitsplätze', 'viele');
  (await save()).flush(
    { code: 'validation', errors: [{ pointer: '/details/jobs', code: 'type' }] },
    { status: 400, statusText: 'Bad Request' },
  );
  await turn();
  expect(control('Arbeitsplätze').getAttribute('aria-invalid')).toBe('true');
  expect(element.querySelector('lotse-conflict')).toBeNull();
});
