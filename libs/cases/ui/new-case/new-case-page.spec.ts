import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { NewCasePage } from './new-case-page';

const words = {
  case: { field: { title: 'Worum geht es?', company: 'Unternehmen' } },
  company: { picker: { missing: 'Wählen Sie ein Unternehmen aus der Liste.' } },
  app: { validation: { required: 'Bitte füllen Sie dieses Feld aus.' } },
};

it('marks everything that is missing at once, and leads to the first of it', async () => {
  TestBed.configureTestingModule({
    imports: [texts(words)],
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), signedInWith('case.create')],
  });
  const fixture = TestBed.createComponent(NewCasePage);
  fixture.componentRef.setInput('art', 'OTHER');
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  const turn = async () => {
    TestBed.tick();
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  await turn();
  element.querySelector('form')!.dispatchEvent(new Event('submit'));
  await turn();

  const field = (label: string) => [...element.querySelectorAll('lotse-field')].find((one) => one.textContent.trim().startsWith(label))!;
  const company = field('Unternehmen');
  expect(company.textContent).toContain('Wählen Sie ein Unternehmen aus der Liste.');
  expect(company.querySelector('input')!.getAttribute('aria-invalid')).toBe('true');
  expect(field('Worum geht es?').textContent).toContain('Bitte füllen Sie dieses Feld aus.');
  expect(document.activeElement).toBe(company.querySelector('input'));
  TestBed.inject(HttpTestingController).expectNone({ method: 'POST' });
  element.remove();
});
