import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { urlFilters } from './url-filters';

@Component({ template: '' })
class Page {
  readonly filters = urlFilters({ status: 'open', q: '', page: '1', sort: 'due' });
}

async function open(url: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'list', component: Page }])] });
  const harness = await RouterTestingHarness.create();
  const { filters } = await harness.navigateByUrl(url, Page);
  return { filters, harness, url: () => TestBed.inject(Router).url };
}

it('reads the view from a copied link', async () => {
  const { filters } = await open('/list?status=closed&page=3');
  expect(filters.value()).toEqual({ status: 'closed', q: '', page: '3', sort: 'due' });
  expect(filters.changed()).toBe(true);
});

it('writes only what differs from the start, and goes back to the first page', async () => {
  const { filters, url, harness } = await open('/list?page=3&other=x');
  filters.set({ q: 'Müller' });
  await harness.fixture.whenStable();
  expect(url()).toBe('/list?other=x&q=M%C3%BCller');
  filters.set({ q: '' });
  await harness.fixture.whenStable();
  expect(url()).toBe('/list?other=x');
});

it('does not call paging or sorting a changed view', async () => {
  const { filters, url, harness } = await open('/list');
  filters.set({ page: '2' });
  await harness.fixture.whenStable();
  filters.set({ sort: '-due', page: '2' });
  await harness.fixture.whenStable();
  expect(url()).toBe('/list?page=2&sort=-due');
  expect(filters.changed()).toBe(false);
  filters.clear();
  await harness.fixture.whenStable();
  expect(url()).toBe('/list');
});
