import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { texts } from '@lotse/shared/ui/testing';
import { NewCompanyPage } from './new-company-page';

const words = {
  company: { name: 'Name', address: { postalCode: 'Postleitzahl' }, duplicate: { PHONE: 'gleiche Telefonnummer' } },
  error: { municipality: { ambiguous: 'Bitte wählen Sie die Kommune.' }, industry: { unknown: 'Diesen Code gibt es nicht.' } },
};

async function open() {
  TestBed.configureTestingModule({
    imports: [texts(words)],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(NewCompanyPage);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  const http = TestBed.inject(HttpTestingController);
  const settled = async (ms = 0) => {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, ms));
    TestBed.tick();
  };
  const field = (label: string) =>
    [...element.querySelectorAll('lotse-field')].find((one) => one.querySelector('label')!.textContent.trim().startsWith(label))!;
  const type = async (label: string, text: string) => {
    const box = field(label).querySelector('input')!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await settled();
  };
  const send = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settled();
  };
  const posted = (): TestRequest => http.expectOne({ method: 'POST', url: '/api/v1/companies' });
  return { element, http, settled, field, type, send, posted };
}

const ADDRESS = [
  ['company.address.street', 'Beispielweg'],
  ['company.address.houseNumber', '1'],
  ['Postleitzahl', '63222'],
  ['company.address.place', 'Langen'],
] as const;

it('sends only what was filled in, and leads to the new company', async () => {
  const { type, send, posted, settled } = await open();
  const went: (readonly unknown[])[] = [];
  TestBed.inject(Router).navigate = (commands) => Promise.resolve(went.push(commands) > 0);
  await send();
  await type('Name', ' Weber Bau GmbH ');
  await send();
  const call = posted();
  expect(call.request.body).toMatchObject({ name: 'Weber Bau GmbH', legalForm: null });
  expect(call.request.body).not.toHaveProperty('establishments');
  expect(call.request.body).not.toHaveProperty('contacts');
  call.flush({ id: 'c1', name: 'Weber Bau GmbH' });
  await settled();
  expect(went).toEqual([['/unternehmen', 'c1']]);
});

it('asks for the rest of an address that was begun', async () => {
  const { type, send, http } = await open();
  await type('Name', 'Weber Bau GmbH');
  await type('company.address.street', 'Beispielweg');
  await send();
  http.expectNone({ method: 'POST', url: '/api/v1/companies' });
});

it('puts faults the server finds beside their fields', async () => {
  const { type, send, posted, field, settled } = await open();
  await type('Name', 'Weber Bau GmbH');
  for (const [label, text] of ADDRESS) await type(label, text);
  await send();
  const errors = [
    { pointer: '/establishments/0/postalCode', code: 'municipality.ambiguous' },
    { pointer: '/industryCode', code: 'industry.unknown' },
  ];
  posted().flush({ code: 'validation', errors }, { status: 400, statusText: 'Bad Request' });
  await settled();
  expect(field('Postleitzahl').textContent).toContain('Bitte wählen Sie die Kommune.');
  expect(field('company.industry').textContent).toContain('Diesen Code gibt es nicht.');
});

it('sends again once the person has chosen the municipality the server asked for', async () => {
  const { element, http, type, send, posted, field, settled } = await open();
  await type('Name', 'Weber Bau GmbH');
  for (const [label, text] of ADDRESS) await type(label, text);
  await settled(250);
  const items = [{ ags: '06438006', name: 'Langen' }];
  http.expectOne(({ url }) => url === '/api/v1/municipality-suggestions').flush({ finding: 'UNKNOWN', items, total: 1 });
  await settled();
  const [choice] = [...element.querySelectorAll('select')].filter((one) => one.textContent.includes('Langen'));
  expect(choice?.value).toBe('');
  await send();
  const errors = [{ pointer: '/establishments/0/postalCode', code: 'municipality.ambiguous' }];
  posted().flush({ code: 'municipality.ambiguous', errors }, { status: 400, statusText: 'Bad Request' });
  await settled();
  choice!.value = '06438006';
  choice!.dispatchEvent(new Event('input'));
  choice!.dispatchEvent(new Event('change'));
  await settled();
  await type('company.address.reason', 'laut Anruf');
  expect(field('Postleitzahl').textContent).not.toContain('Bitte wählen Sie die Kommune.');
  await send();
  expect(posted().request.body).toMatchObject({ establishments: [{ ags: '06438006', municipalityReason: 'laut Anruf' }] });
});

it('hints at a known company with the reason and does not stand in the way', async () => {
  const { type, element, http, settled, send, posted } = await open();
  await type('Name', 'Weber Bau GmbH');
  await type('company.contact.phone', '06103 900090');
  await settled(350);
  const [call] = http.match(({ url }) => url === '/api/v1/companies/duplicates').slice(-1);
  expect(call?.request.params.get('phone')).toBe('06103 900090');
  call?.flush({ items: [{ companyId: 'c9', name: 'Weber Hochbau GmbH', place: 'Langen', reasons: ['PHONE'] }], total: 1 });
  await settled();
  expect(element.textContent).toContain('Weber Hochbau GmbH');
  expect(element.textContent).toContain('gleiche Telefonnummer');
  await type('company.contact.firstName', 'Ada');
  await type('company.contact.lastName', 'Beispiel');
  await send();
  expect(posted().request.body).toMatchObject({ contacts: [{ firstName: 'Ada', phone: '06103 900090' }] });
});
