import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentRef, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CompanyDto, ContactPersonDto, EstablishmentDto } from '@lotse/companies/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { EditCompany } from '../company-form/edit-company';
import { CompanyInView } from '../company-page/company-in-view';
import { ContactForm } from '../contact/contact-form';
import { EstablishmentForm } from '../establishment/establishment-form';

const words = {
  company: {
    name: 'Name',
    website: 'Website',
    sizeClass: 'Größe',
    size: { SMALL: 'Klein', LARGE: 'Groß' },
    contact: { firstName: 'Vorname', phone: 'Telefon', email: 'E-Mail' },
    new: { address: 'Adresse' },
    address: { street: 'Straße', houseNumber: 'Hausnummer', postalCode: 'Postleitzahl' },
    establishmentName: 'Bezeichnung',
  },
};
const company = { id: 'c1', name: 'Weber GmbH', website: null, sizeClass: 'SMALL', confidential: false, version: 1 } as CompanyDto;
const contact = {
  id: 'p1',
  firstName: 'Ada',
  lastName: 'Beispiel',
  email: 'ada@firma.example',
  language: 'de',
  version: 1,
} as ContactPersonDto;
const place = {
  id: 'e1',
  street: 'Beispielweg',
  houseNumber: '1',
  postalCode: '63225',
  place: 'Langen',
  isMain: true,
  version: 1,
} as EstablishmentDto;

/** A request under way keeps the program from becoming stable, so specs only let it take one turn. */
async function turn(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

async function open<T>(component: Type<T>, fill: (of: ComponentRef<T>) => void) {
  TestBed.configureTestingModule({
    imports: [texts(words)],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), CompanyInView, signedInWith('company.write')],
  });
  const fixture = TestBed.createComponent(component);
  fill(fixture.componentRef);
  const element: HTMLElement = fixture.nativeElement;
  const http = TestBed.inject(HttpTestingController);
  const control = (label: string) =>
    [...element.querySelectorAll('lotse-field')]
      .find((field) => field.querySelector('label')?.textContent.trim().startsWith(label))!
      .querySelector<HTMLInputElement>('input, select')!;
  const type = (label: string, value: string) => {
    control(label).value = value;
    control(label).dispatchEvent(new Event('input'));
  };
  const patched = () => http.expectOne({ method: 'PATCH' });
  const save = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit'));
    await turn();
    return patched();
  };
  const answer = async <Row extends { version: number }>(request: TestRequest, current: Row) => {
    request.flush({ code: 'stale', details: { version: current.version, current } }, { status: 412, statusText: 'Precondition Failed' });
    await turn();
  };
  const choose = async (...choices: number[]) => {
    const radios = element.querySelectorAll<HTMLInputElement>('lotse-conflict input');
    for (const choice of choices) radios[choice]!.dispatchEvent(new Event('change'));
    await turn();
    element.querySelector<HTMLButtonElement>('lotse-conflict button')!.click();
    await turn();
  };
  const sides = () => [...element.querySelectorAll('lotse-conflict fieldset')].map(({ textContent }) => textContent);
  await turn();
  return { element, http, control, type, save, answer, choose, sides, patched };
}

const openCompany = async () => {
  const form = await open(EditCompany, () => TestBed.inject(CompanyInView).id.set('c1'));
  form.http.expectOne('/api/v1/companies/c1').flush(company);
  await turn();
  return form;
};
const openContact = () =>
  open(ContactForm, (of) => {
    of.setInput('companyId', 'c1');
    of.setInput('contact', contact);
  });
const openPlace = () =>
  open(EstablishmentForm, (of) => {
    of.setInput('companyId', 'c1');
    of.setInput('establishment', place);
  });

describe('master data', () => {
  it('show both values of each field two people changed, keep what was typed, and save what the person chose', async () => {
    const { type, control, save, answer, sides, choose, http, patched } = await openCompany();
    type('Name', 'Weber Bau GmbH');
    type('Größe', 'LARGE');
    type('Website', 'https://weber.example');
    const request = await save();
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    expect(request.request.body).toEqual({ name: 'Weber Bau GmbH', sizeClass: 'LARGE', website: 'https://weber.example' });
    await answer(request, { ...company, name: 'Weber Hochbau GmbH', sizeClass: null, version: 4 });
    expect(sides()).toEqual([expect.stringMatching(/Name.*Weber Bau GmbH.*Weber Hochbau GmbH/s), expect.stringMatching(/Größe.*Groß/s)]);
    expect(control('Website').value).toBe('https://weber.example');
    http.expectNone({ method: 'PATCH' });

    await choose(1, 2);
    const again = patched();
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect(again.request.body).toEqual({ sizeClass: 'LARGE', website: 'https://weber.example' });
  });

  it('merge by themselves where two people changed different fields', async () => {
    const { type, save, answer, sides, patched } = await openCompany();
    type('Website', 'https://weber.example');
    await answer(await save(), { ...company, name: 'Weber Hochbau GmbH', version: 2 });
    expect(sides()).toEqual([]);
    const again = patched();
    expect(again.request.headers.get('If-Match')).toBe('"2"');
    expect(again.request.body).toEqual({ website: 'https://weber.example' });
  });

  it('ask again at every attempt until it is decided', async () => {
    const { element, type, save, answer, sides } = await openCompany();
    type('Name', 'Weber Bau GmbH');
    const theirs = { ...company, name: 'Weber Hochbau GmbH', version: 2 };
    await answer(await save(), theirs);
    element.querySelectorAll<HTMLButtonElement>('lotse-conflict button')[1]!.click();
    await turn();
    expect(sides()).toEqual([]);
    const again = await save();
    expect(again.request.headers.get('If-Match')).toBe('"1"');
    await answer(again, theirs);
    expect(sides()).toHaveLength(1);
  });
});

describe('a contact person', () => {
  it('is saved with what the person chose; nothing typed is lost', async () => {
    const { type, control, save, answer, sides, choose, patched } = await openContact();
    type('Telefon', '06103 1');
    type('Vorname', 'Adele');
    const request = await save();
    expect(request.request.body).toEqual({ firstName: 'Adele', phone: '06103 1' });
    await answer(request, { ...contact, phone: '06103 2', email: 'neu@firma.example', version: 2 } as ContactPersonDto);
    expect(sides()).toEqual([expect.stringMatching(/Telefon.*06103 1.*06103 2/s)]);
    expect(control('Vorname').value).toBe('Adele');
    expect(control('E-Mail').value).toBe('neu@firma.example');
    await choose(0);
    const again = patched();
    expect(again.request.headers.get('If-Match')).toBe('"2"');
    expect(again.request.body).toEqual({ firstName: 'Adele', phone: '06103 1' });
  });
});

describe('an establishment', () => {
  it('never gets an address put together from two', async () => {
    const { type, save, answer, sides, choose, patched } = await openPlace();
    type('Hausnummer', '12');
    type('Bezeichnung', 'Werk I');
    await answer(await save(), { ...place, street: 'Musterring', version: 2 });
    expect(sides()).toEqual([expect.stringMatching(/Adresse.*Beispielweg 12, 63225 Langen.*Musterring 1, 63225 Langen/s)]);
    await choose(1);
    expect(patched().request.body).toEqual({ name: 'Werk I' });
  });

  it('forgets the municipality that was chosen for another postal code', async () => {
    const { type, save } = await open(EstablishmentForm, (of) => {
      of.setInput('companyId', 'c1');
      of.setInput('establishment', { ...place, ags: '06438006', municipalitySource: 'CHOSEN', municipalityReason: 'laut Anruf' });
    });
    type('Postleitzahl', '63110');
    expect((await save()).request.body).toEqual({ street: 'Beispielweg', houseNumber: '1', postalCode: '63110', place: 'Langen' });
  });
});
