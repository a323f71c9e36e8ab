import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { texts } from '@lotse/shared/ui/testing';
import { CompanyPicker } from './company-picker';

async function ask(text: string, items: object[]) {
  TestBed.configureTestingModule({ imports: [texts()], providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(CompanyPicker);
  fixture.componentRef.setInput('label', 'Unternehmen');
  fixture.detectChanges();
  const box = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  box.value = text;
  box.dispatchEvent(new Event('input'));
  await new Promise((done) => setTimeout(done, 250));
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(({ url, params }) => url === '/api/v1/companies' && params.get('q') === text).flush({ items, total: items.length });
  return fixture.componentInstance.picked();
}

const firma = { id: 'c1', name: 'Müller GmbH', confidential: false, projectName: null };

it('takes the company of a pasted telephone number at once', async () => {
  expect(await ask('06103 90009-12', [firma])).toEqual({ id: 'c1', name: 'Müller GmbH' });
});

it('leaves the choice to the person for names and for several hits', async () => {
  expect(await ask('Müller', [firma])).toBeUndefined();
});

it('names a confidential company by its project', async () => {
  expect(await ask('0610390009', [{ ...firma, confidential: true, projectName: 'Projekt Linde' }])).toEqual({
    id: 'c1',
    name: 'Projekt Linde',
  });
});
