import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required } from '@angular/forms/signals';
import { addDays, nextWorkingDay } from '@lotse/shared/contract';
import { dayOf, formatDate } from '../dates/format-date';
import { signedInWith, texts } from '../testing';
import { aDay, When } from './when';

@Component({
  imports: [When],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<lotse-when label="Wann?" [of]="form.day" />`,
})
class Page {
  readonly values = signal({ day: '' });
  readonly form = form(this.values, (path) => {
    required(path.day);
    aDay(path.day);
  });
}

const de = {
  app: {
    when: {
      example: 'z. B.',
      noWorkingDay: '{{date}} – das ist {{why}}',
      take: 'Stattdessen {{date}}',
      moved: '{{date}} – der {{meant}} ist {{why}}',
      holiday: 'ein Feiertag ({{name}})',
      reason: { SUNDAY: 'ein Sonntag' },
    },
    holiday: { christmas: '1. Weihnachtstag' },
  },
};

function open() {
  TestBed.configureTestingModule({ imports: [texts(de)], providers: [signedInWith()] });
  const fixture = TestBed.createComponent(Page);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  const [words, day] = [element.querySelector<HTMLInputElement>('.words')!, element.querySelector<HTMLInputElement>('.day')!];
  const type = (box: HTMLInputElement, text: string) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    TestBed.tick();
  };
  return { page: fixture.componentInstance, element, words, day, type, found: () => element.querySelector('.found')?.textContent };
}
const today = dayOf(new Date());
const working = (days: number) => nextWorkingDay(addDays(today, days), { state: 'HE' });

it('shows the day that the words name, in the calendar too', () => {
  const { page, words, day, type, found } = open();
  type(words, 'in 2 Wochen');
  expect(page.values().day).toBe(working(14));
  expect(day.value).toBe(working(14));
  expect(found()).toContain(formatDate(working(14), 'de'));
});

it('says why it moved to a working day', () => {
  const { words, type, found } = open();
  type(words, '26.12.2027');
  expect(found()).toContain('27.12.2027 – der 26.12.2027 ist');
  type(words, '25.12.2026');
  expect(found()).toContain('ein Feiertag (1. Weihnachtstag)');
});

it('keeps words nobody understands as a mistake, and lets the calendar replace them', () => {
  const { page, words, day, type } = open();
  type(words, 'irgendwann');
  expect(
    page.form
      .day()
      .errors()
      .map(({ kind }) => kind),
  ).toEqual(['spokenDay']);
  expect(words.value).toBe('irgendwann');
  type(day, '2027-03-15');
  expect(page.values().day).toBe('2027-03-15');
  expect(words.value).toBe('');
});

it('says of a day from the calendar why nobody works then, and offers the next one', () => {
  const { page, element, day, type, found } = open();
  type(day, '2199-12-25');
  expect(found()).toContain('das ist ein Feiertag (1. Weihnachtstag)');
  const better = element.querySelector<HTMLButtonElement>('.better')!;
  expect(better.textContent).toContain('27.12.2199');
  better.click();
  TestBed.tick();
  expect(page.values().day).toBe('2199-12-27');
  expect(element.querySelector('.better')).toBeNull();
});

it('offers the days people mean most often', () => {
  const { page, element } = open();
  const buttons = element.querySelectorAll<HTMLButtonElement>('button');
  buttons[1]!.click();
  TestBed.tick();
  expect(page.values().day).toBe(working(7));
});
