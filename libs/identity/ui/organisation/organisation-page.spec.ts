import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { OrganisationPage } from './organisation-page';

const MEGABYTE = 1024 * 1024;
const settings = {
  storageNone: 'Platz für {{limit}}.',
  storageLittle: 'weniger als 1 % von {{limit}}',
  storageShare: 'rund {{percent}} % von {{limit}}',
};

it.each([
  [0, 'Platz für 100 MB.'],
  [1, 'weniger als 1 % von 100 MB'],
  [2, 'rund 2 % von 100 MB'],
  [95, 'rund 95 % von 100 MB'],
])('says how much room is taken no more exactly than it knows: %i hundredths', async (hundredths, words) => {
  TestBed.configureTestingModule({
    imports: [texts({ identity: { settings } })],
    providers: [provideHttpClient(), provideHttpClientTesting(), signedInWith()],
  });
  const fixture = TestBed.createComponent(OrganisationPage);
  TestBed.tick();
  const answer = { presence: false, storageUsed: hundredths * MEGABYTE, storageLimit: 100 * MEGABYTE };
  TestBed.inject(HttpTestingController)
    .expectOne(({ url }) => url.includes('/organisation'))
    .flush(answer);
  await fixture.whenStable();
  expect((fixture.nativeElement as HTMLElement).textContent.replaceAll(/\s+/g, ' ')).toContain(words);
});
