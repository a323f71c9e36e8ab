import { TestBed } from '@angular/core/testing';
import { clocks, type PermitEvent, SHIPPED_POLICIES } from '@lotse/permits/contract';
import { texts } from '@lotse/shared/ui/testing';
import { ClockWords } from './clock-words';
import { nextClock, urgencyOf } from './looks';

const event = (kind: PermitEvent['kind'], on: string, more: Partial<PermitEvent> = {}): PermitEvent => ({
  id: kind + on,
  kind,
  on,
  ...more,
});
const EVENTS = [
  event('RECEIVED', '2026-03-25'),
  event('COMPLETENESS_CONFIRMED', '2026-03-27'),
  event('DOCUMENTS_REQUESTED', '2026-04-20', { items: ['Lageplan'] }),
  event('DOCUMENTS_RECEIVED', '2026-04-30', { items: ['Lageplan'] }),
];
const counted = (events: PermitEvent[], today: string) =>
  clocks(events, SHIPPED_POLICIES, { state: 'HE' }, today, { type: 'SIMPLIFIED_BUILDING_PERMIT' });

const amounts = (one: string, many: string, of: string) => ({ one: `{{n}} ${one}`, many: `{{n}} ${many}`, of });
const de = {
  permit: {
    clock: {
      processing: 'Bearbeitungszeit',
      day: 'Tag {{n}} von {{target}} {{unit}}',
      after: 'beendet nach {{n}} von {{target}} {{unit}}',
      months: '{{n}} von {{target}} Monaten vergangen',
      whole: 'seit Eingang {{amount}}',
      left: 'noch {{n}}',
      leftUnit: 'noch {{amount}}',
      over: '{{amount}} über der Frist',
      rested: '{{amount}} geruht',
      starts: { COMPLETENESS_CONFIRMED: 'beginnt mit der Bestätigung der Vollständigkeit' },
      unit: {
        WORKING_DAY: amounts('Arbeitstag', 'Arbeitstage', 'Arbeitstagen'),
        CALENDAR_DAY: amounts('Kalendertag', 'Kalendertage', 'Kalendertagen'),
      },
    },
  },
};

function words(): ClockWords {
  TestBed.configureTestingModule({ imports: [texts(de)] });
  return TestBed.inject(ClockWords);
}

it('says the net count and the gross one in one sentence, with their units', () => {
  expect(words().headline(counted(EVENTS, '2026-05-18'))).toBe(
    'Bearbeitungszeit: Tag 24 von 35 Arbeitstagen · noch 11 · 8 Arbeitstage geruht · seit Eingang 54 Kalendertage',
  );
});

it('counts months in months and what is left of them in days', () => {
  const law = counted(EVENTS, '2026-05-18').find(({ policy }) => policy === 'HBO_65')!;
  expect(words().parts(law)).toEqual(['1 von 3 Monaten vergangen', expect.stringMatching(/^noch \d+ Kalendertage$/)]);
});

it('tells what is over, what has ended and what has not begun', () => {
  const say = words();
  const goal = (events: PermitEvent[], today: string) => counted(events, today).find(({ policy }) => policy === 'GOAL_35')!;
  expect(say.parts(goal(EVENTS, '2026-06-05'))).toEqual([
    'Tag 36 von 35 Arbeitstagen',
    '1 Arbeitstag über der Frist',
    '8 Arbeitstage geruht',
  ]);
  expect(say.parts(goal([...EVENTS, event('DECIDED', '2026-06-02')], '2026-06-05'))[0]).toBe('beendet nach 34 von 35 Arbeitstagen');
  expect(say.parts(goal([], '2026-06-05'))).toEqual(['beginnt mit der Bestätigung der Vollständigkeit']);
});

it('finds the next last day, and puts what is over before what rests', () => {
  const open = { closedOn: null };
  expect(urgencyOf({ ...open, clocks: counted(EVENTS, '2026-06-05') })).toBe('OVERDUE');
  expect(urgencyOf({ ...open, clocks: counted(EVENTS.slice(0, 3), '2026-04-22') })).toBe('PAUSED');
  expect(urgencyOf({ ...open, clocks: counted([], '2026-06-05') })).toBe('NONE');
  expect(urgencyOf({ closedOn: '2026-06-02', clocks: [] })).toBe('CLOSED');
  expect(nextClock({ clocks: counted(EVENTS, '2026-05-18') })?.dueOn).toBe('2026-06-03');
});
