import { HttpErrorResponse } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { of, throwError } from 'rxjs';
import { texts } from '../testing';
import { Field } from './field';
import { Input } from './input';
import { submitTo } from './submit-to';

@Component({
  imports: [Field, FormField, Input],
  template: `
    <lotse-field [of]="form.name" label="Name" hint="Wie im Register"><input lotseInput [formField]="form.name" /></lotse-field>
    <lotse-field [of]="form.contacts[0]!.email" label="E-Mail"><input lotseInput [formField]="form.contacts[0]!.email" /></lotse-field>
  `,
})
class Page {
  readonly input = signal({ name: '', contacts: [{ email: '' }] });
  readonly form = form(this.input, (path) => required(path.name));
}

async function open() {
  TestBed.configureTestingModule({
    imports: [
      texts({
        app: {
          form: { optional: '(freiwillig)' },
          validation: { required: 'Bitte ausfüllen.', isEmail: 'Keine E-Mail.', invalid: 'Bitte prüfen.' },
        },
      }),
    ],
  });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  const [name, email] = element.querySelectorAll('input');
  return { fixture, page: fixture.componentInstance, element, name: name!, email: email! };
}

const refused = (errors: { pointer: string; code: string }[]) =>
  throwError(() => new HttpErrorResponse({ status: 400, error: { code: 'validation', errors } }));

it('ties label, hint and control together and marks what may stay empty', async () => {
  const { element, name } = await open();
  expect(element.querySelector<HTMLLabelElement>('label')!.htmlFor).toBe(name.id);
  expect(document.getElementById(name.getAttribute('aria-describedby')!) ?? element.querySelector('.hint')).toBeTruthy();
  const [first, second] = element.querySelectorAll('label');
  expect(first!.textContent).not.toContain('freiwillig');
  expect(second!.textContent).toContain('(freiwillig)');
});

it('sends nothing while a field is wrong, and says so at the field', async () => {
  const { fixture, page, element, name } = await open();
  let sent = 0;
  expect((await submitTo(page.form, () => of(++sent))).done).toBe(false);
  await fixture.whenStable();
  expect(sent).toBe(0);
  expect(element.querySelector('.error')!.textContent).toContain('Bitte ausfüllen.');
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(name.getAttribute('aria-describedby')).toContain('-error');
});

it('puts the errors of the server beside their fields, nested ones too', async () => {
  const { fixture, page, email, element } = await open();
  page.input.set({ name: 'Müller GmbH', contacts: [{ email: 'x' }] });
  const sent = await submitTo(page.form, () => refused([{ pointer: '/contacts/0/email', code: 'isEmail' }]));
  await fixture.whenStable();
  expect(sent).toEqual({ done: false, error: undefined });
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect(element.querySelectorAll('.error')[1]!.textContent).toContain('Keine E-Mail.');
});

it('hands back what concerns no field, and the result when all went well', async () => {
  const { page } = await open();
  page.input.set({ name: 'Müller GmbH', contacts: [{ email: '' }] });
  expect(await submitTo(page.form, () => refused([]))).toMatchObject({ done: false, error: { status: 400 } });
  expect(await submitTo(page.form, () => refused([{ pointer: '/unknown', code: 'isIn' }]))).toMatchObject({ error: { status: 400 } });
  expect(await submitTo(page.form, () => of('made'))).toEqual({ done: true, result: 'made' });
});
