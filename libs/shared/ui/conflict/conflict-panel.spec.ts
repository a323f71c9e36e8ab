import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { texts } from '../testing';
import { type Choice, ConflictPanel } from './conflict-panel';

it('shows both values of each field and answers only when every field is decided', async () => {
  TestBed.configureTestingModule({ imports: [texts()] });
  let answer: Record<string, Choice> | undefined;
  const fields = [
    { field: 'title', label: 'Titel', mine: 'Halle 2', theirs: 'Halle 3' },
    { field: 'due', label: 'Termin', mine: '', theirs: '24.11.2026' },
  ];
  const fixture = TestBed.createComponent(ConflictPanel, {
    bindings: [inputBinding('fields', () => fields), outputBinding<Record<string, Choice>>('resolved', (choices) => (answer = choices))],
  });
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  const radios = element.querySelectorAll<HTMLInputElement>('input[type=radio]');
  const apply = element.querySelector<HTMLButtonElement>('.actions button')!;
  expect(element.textContent).toContain('Halle 2');
  expect(element.textContent).toContain('Halle 3');

  radios[0]!.click();
  await fixture.whenStable();
  expect(apply.disabled).toBe(true);
  radios[3]!.click();
  await fixture.whenStable();
  apply.click();
  expect(answer).toEqual({ title: 'mine', due: 'theirs' });
});

it('keeps a choice while its value is the one that was shown, and asks again when it is another', async () => {
  TestBed.configureTestingModule({ imports: [texts()] });
  const title = { field: 'title', label: 'Titel', mine: 'Halle 2', theirs: 'Halle 3' };
  const fields = signal([title]);
  const fixture = TestBed.createComponent(ConflictPanel, { bindings: [inputBinding('fields', fields)] });
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  const radios = () => [...element.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ checked }) => checked);
  element.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
  fields.set([{ ...title, label: 'Title' }]);
  await fixture.whenStable();
  expect(radios()).toEqual([false, true]);
  fields.set([{ ...title, theirs: 'Halle 4' }]);
  await fixture.whenStable();
  expect(radios()).toEqual([false, false]);
  expect(element.querySelector<HTMLButtonElement>('.actions button')!.disabled).toBe(true);
});
