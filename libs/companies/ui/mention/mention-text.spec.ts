import { matching, mentionedIn, named, wantedName } from './mention-text';

const people = [
  { id: '1', name: 'Karl Amt' },
  { id: '2', name: 'Katja Östlich' },
  { id: '3', name: 'Olga Amt' },
];

it('knows when a colleague is being named', () => {
  expect(wantedName('Bitte @Ka', 9)).toBe('Ka');
  expect(wantedName('@Karl A', 7)).toBe('Karl A');
  expect(wantedName('@', 1)).toBe('');
  expect(wantedName('mail@firma', 10)).toBeUndefined();
  expect(wantedName('Bitte @Karl Amt anrufen', 23)).toBeUndefined();
});

it('finds by first and last name and puts the whole name into the text', () => {
  expect(matching(people, 'ka').map(({ id }) => id)).toEqual(['1', '2']);
  expect(matching(people, 'öst').map(({ id }) => id)).toEqual(['2']);
  expect(named('Bitte @Ka anrufen', 9, 'Karl Amt')).toEqual({ text: 'Bitte @Karl Amt anrufen', caret: 16 });
});

it('reads from the text who is named', () => {
  expect(mentionedIn('@Karl Amt und @Olga Amt, nicht Katja Östlich', people)).toEqual(['1', '3']);
});
