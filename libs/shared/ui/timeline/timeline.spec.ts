import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { texts } from '../testing';
import { Timeline, type TimelineItem } from './timeline';

it('groups events by day and shows the old value beside the new one', async () => {
  TestBed.configureTestingModule({ imports: [texts({ app: { timeline: { blank: 'leer' } } })] });
  const items: TimelineItem[] = [
    {
      id: '1',
      icon: 'pen',
      at: '2026-01-15T23:30:00Z',
      who: 'Erika Beispiel',
      text: 'hat geändert',
      changes: [{ label: 'Termin', from: null, to: '1.2.' }],
    },
    { id: '2', icon: 'phone', at: '2026-01-15T10:00:00Z', who: 'Erika Beispiel', text: 'hat telefoniert', note: '<b>Rückruf</b>' },
    { id: '3', icon: 'case', at: '2026-01-15', who: 'Erika Beispiel', text: 'hat angelegt' },
  ];
  const fixture = TestBed.createComponent(Timeline, { bindings: [inputBinding('items', () => items)] });
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  expect([...element.querySelectorAll('[role=heading]')].map((head) => head.textContent)).toEqual(['Fr., 16.01.2026', 'Do., 15.01.2026']);
  expect(element.querySelector('del')!.textContent).toBe('leer');
  expect(element.querySelector('ins')!.textContent).toBe('1.2.');
  expect([...element.querySelectorAll('time')].map((time) => time.textContent)).toEqual(['00:30', '11:00']);
  expect(element.querySelector('blockquote')!.textContent).toBe('<b>Rückruf</b>');
});
