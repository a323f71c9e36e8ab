import { inputBinding, outputBinding } from '@angular/core';
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
