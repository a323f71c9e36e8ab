import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ShortDate } from '../dates/pipes';
import { texts } from '../testing';
import { Languages } from './languages';

@Component({
  imports: [FormField, ShortDate, TranslocoDirective],
  template: `<form *transloco="let t">
    <h1>{{ t('title') }}</h1>
    <p>{{ '2026-11-23' | shortDate }}</p>
    <input [formField]="form.name" /><input class="free" />
  </form>`,
})
class Page {
  readonly languages = inject(Languages);
  readonly form = form(signal({ name: '' }));
}

it('switches texts and dates in place: what was typed stays, the focus too', async () => {
  TestBed.configureTestingModule({ imports: [texts({ title: 'Vorgang' }, { title: 'Case' })] });
  const fixture = TestBed.createComponent(Page);
  const element: HTMLElement = fixture.nativeElement;
  document.body.append(element);
  await fixture.whenStable();
  const [bound, free] = element.querySelectorAll('input');
  bound!.value = 'Müller GmbH';
  bound!.dispatchEvent(new Event('input'));
  free!.value = 'nicht gebunden';
  free!.focus();

  fixture.componentInstance.languages.use('en');
  await fixture.whenStable();
  expect(element.querySelector('h1')!.textContent).toBe('Case');
  expect(element.querySelector('p')!.textContent).toBe('23 Nov 2026');
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('lotse.language')).toBe('en');
  expect(element.querySelectorAll('input')[0]).toBe(bound);
  expect([bound!.value, free!.value]).toEqual(['Müller GmbH', 'nicht gebunden']);
  expect(document.activeElement).toBe(free);
});
