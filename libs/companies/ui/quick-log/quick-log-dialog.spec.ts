import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import type { LogSubject } from '@lotse/shared/ui';
import { texts } from '@lotse/shared/ui/testing';
import { QuickLogDialog } from './quick-log-dialog';

let closedWith: unknown;

async function open(data: LogSubject | null = null, draft: object | null = null) {
  TestBed.configureTestingModule({
    imports: [texts()],
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: MatDialogRef, useValue: { close: (result: unknown) => (closedWith = result) } },
      { provide: MAT_DIALOG_DATA, useValue: data },
    ],
  });
  const fixture = TestBed.createComponent(QuickLogDialog);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  const http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  http.expectOne('/api/v1/drafts/log').flush({ key: 'log', content: draft, updatedAt: draft && '2026-11-23T10:00:00Z' });
  const type = async (selector: string, text: string) => {
    const box = element.querySelector<HTMLInputElement>(selector)!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await settled();
  };
  const settled = async () => {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, 0));
    TestBed.tick();
  };
  return { fixture, element, http, type, settled };
}

const firma = { id: 'c1', name: 'Müller GmbH' };
const cases = { items: [{ id: 'k1', fileNumber: 'OF-2026-7KD4', title: 'Neue Halle', type: 'EXPANSION', status: 'NEW' }], total: 1 };
beforeEach(() => (closedWith = undefined));

it('sends nothing before company and note are there', async () => {
  const { element, http, settled } = await open();
  element.querySelector('form')!.dispatchEvent(new Event('submit'));
  await settled();
  http.expectNone(() => true);
  expect(element.querySelectorAll('[aria-invalid=true]')).toHaveLength(2);
});

it('offers the open cases of the company and saves with Ctrl+Enter', async () => {
  const { element, http, type, settled } = await open(firma);
  http.expectOne('/api/v1/companies/c1/open-cases').flush(cases);
  await settled();
  expect(element.textContent).toContain('OF-2026-7KD4');
  await type('textarea', ' Will erweitern ');
  const box = element.querySelector('select')!;
  box.value = 'k1';
  box.dispatchEvent(new Event('input'));
  box.dispatchEvent(new Event('change'));
  await settled();
  element.querySelector('form')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  await settled();
  const call = http.expectOne({ method: 'POST', url: '/api/v1/companies/c1/interactions' });
  expect(call.request.body).toEqual({ kind: 'CALL', text: 'Will erweitern', caseId: 'k1' });
  call.flush({ id: 'i1', withoutAccess: [] });
  await settled();
  expect(closedWith).toMatchObject({ id: 'i1' });
});

it('keeps what was typed when the dialog is closed by accident, and finds it again', async () => {
  const { fixture, type, http, element, settled } = await open(firma, { kind: 'VISIT', text: 'Alter Entwurf', caseId: '' });
  http.expectOne('/api/v1/companies/c1/open-cases').flush({ items: [], total: 0 });
  await settled();
  expect(element.querySelector('textarea')!.value).toBe('Alter Entwurf');
  await type('textarea', 'Ruft morgen wieder an');
  fixture.destroy();
  const kept = http.expectOne({ method: 'PUT', url: '/api/v1/drafts/log' });
  expect(kept.request.body.content).toEqual({
    kind: 'VISIT',
    agreed: false,
    agreedBy: '',
    text: 'Ruft morgen wieder an',
    caseId: '',
    next: '',
    nextOn: '',
    company: firma,
  });
});

it('records in one click that the company agreed to share the case', async () => {
  const { element, http, type, settled } = await open(firma);
  http.expectOne('/api/v1/companies/c1/open-cases').flush(cases);
  await settled();
  await type('textarea', 'Darf weitergegeben werden');
  const box = element.querySelector('select')!;
  box.value = 'k1';
  box.dispatchEvent(new Event('input'));
  box.dispatchEvent(new Event('change'));
  await settled();
  element.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
  await settled();
  element.querySelector('form')!.dispatchEvent(new Event('submit'));
  await settled();
  http.expectNone({ method: 'POST' });
  const field = [...element.querySelectorAll('lotse-field')].find(({ textContent }) => textContent?.includes('agreedBy'))!;
  const who = field.querySelector('input')!;
  who.value = 'Lutz Beispiel';
  who.dispatchEvent(new Event('input'));
  await settled();
  element.querySelector('form')!.dispatchEvent(new Event('submit'));
  await settled();
  http.expectOne({ method: 'POST', url: '/api/v1/companies/c1/interactions' }).flush({ id: 'i1', withoutAccess: [] });
  await settled();
  expect(http.expectOne('/api/v1/cases/k1/agreements').request.body).toMatchObject({ kind: 'COMPANY', givenBy: 'Lutz Beispiel' });
});

it('begins with the company and the case of the page behind it; its contact person agrees, unless another case is chosen', async () => {
  const { element, http, type, settled } = await open({ ...firma, caseId: 'k1', contactName: 'Lars Beispiel' });
  http.expectOne('/api/v1/companies/c1/open-cases').flush(cases);
  await settled();
  const choice = element.querySelector('select')!;
  expect(choice.value).toBe('k1');
  element.querySelector<HTMLInputElement>('.lotse-check input')!.click();
  await settled();
  const name = () => [...element.querySelectorAll<HTMLInputElement>('input')].filter(({ value }) => value === 'Lars Beispiel').length;
  expect(name()).toBe(1);
  choice.value = '';
  choice.dispatchEvent(new Event('input'));
  await settled();
  await type('textarea', 'Notiz');
  element.querySelector('form')!.dispatchEvent(new Event('submit'));
  await settled();
  expect(http.expectOne('/api/v1/companies/c1/interactions').request.body).toEqual({ kind: 'CALL', text: 'Notiz' });
});
