import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Permission } from '@lotse/shared/contract';
import { CurrentSession, mayOpen, signedIn } from '@lotse/shared/ui';
import { aSession } from '@lotse/shared/ui/testing';
import { toFirstPage } from './navigation';

@Component({ template: '' })
class Page {}

async function start(permissions?: Permission[]): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        { path: 'anmelden', component: Page },
        {
          path: '',
          canActivate: [signedIn],
          children: [
            { path: '', pathMatch: 'full', canMatch: [mayOpen('myDay.read')], component: Page },
            { path: '', pathMatch: 'full', canActivate: [toFirstPage], children: [] },
            { path: '**', component: Page },
          ],
        },
      ]),
    ],
  });
  TestBed.inject(CurrentSession).load().subscribe();
  const request = TestBed.inject(HttpTestingController).expectOne('/api/v1/session');
  if (permissions) request.flush(aSession(permissions));
  else request.flush(null, { status: 401, statusText: 'Unauthorized' });
  await RouterTestingHarness.create('/');
  return TestBed.inject(Router).url;
}

it('starts with Mein Tag for those who have one, elsewhere for others, and at the door for strangers', async () => {
  expect(await start(['myDay.read', 'case.read'])).toBe('/');
  TestBed.resetTestingModule();
  expect(await start(['people.manage'])).toBe('/administration/personen');
  TestBed.resetTestingModule();
  expect(await start(['audit.read'])).toBe('/administration/protokoll');
  TestBed.resetTestingModule();
  expect(await start(['organisation.read'])).toBe('/konto');
  TestBed.resetTestingModule();
  expect(await start()).toBe('/anmelden');
});
