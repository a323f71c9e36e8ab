import { TestBed } from '@angular/core/testing';
import { texts } from '../testing';
import { ToastArea } from './toast-area';
import { Toasts } from './toasts';

function open() {
  TestBed.configureTestingModule({ imports: [texts({ app: { toast: { undo: 'Rückgängig' } } })] });
  const fixture = TestBed.createComponent(ToastArea);
  const element: HTMLElement = fixture.nativeElement;
  const toasts = TestBed.inject(Toasts);
  const waits: { end: () => void; after: number | undefined }[] = [];
  /** Shows a message and catches the clock that would end it. */
  const show = (text: string, undo?: () => void): void => {
    const clock = globalThis.setTimeout;
    globalThis.setTimeout = ((end: () => void, after?: number) => waits.push({ end, after })) as unknown as typeof setTimeout;
    toasts.show(text, { undo });
    globalThis.setTimeout = clock;
    TestBed.tick();
  };
  return { element, show, waits, messages: () => [...element.querySelectorAll('.text')].map((text) => text.textContent) };
}

it('offers to undo for ten seconds, once', () => {
  const { show, element, waits, messages } = open();
  let undone = 0;
  show('Abgeschlossen', () => undone++);
  expect(waits.some(({ after }) => after === 10_000)).toBe(true);
  element.querySelector<HTMLButtonElement>('.undo')!.click();
  TestBed.tick();
  expect(undone).toBe(1);
  expect(messages()).toEqual([]);
});

it('takes back the latest step by Ctrl+Z, but not where somebody writes', () => {
  const { show, messages } = open();
  let undone = '';
  show('Erstes', () => (undone += '1'));
  show('Zweites', () => (undone += '2'));
  show('Ohne Weg zurück');
  const press = (at: HTMLElement) => at.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
  const box = document.body.appendChild(document.createElement('input'));
  press(box);
  expect(undone).toBe('');
  press(document.body);
  TestBed.tick();
  expect(undone).toBe('2');
  expect(messages()).toEqual(['Erstes', 'Ohne Weg zurück']);
  box.remove();
});

it('goes away by itself, is announced and never piles up', () => {
  const { show, element, waits, messages } = open();
  for (const text of ['1', '2', '3', '4']) show(text);
  expect(messages()).toEqual(['2', '3', '4']);
  expect(element.getAttribute('role')).toBe('status');
  waits.filter(({ after }) => after === 6_000)[3]!.end();
  TestBed.tick();
  expect(messages()).toEqual(['2', '3']);
});
