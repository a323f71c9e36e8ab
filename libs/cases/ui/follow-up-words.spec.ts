import { TestBed } from '@angular/core/testing';
import { type FollowUpDto, RECOVERY_TITLE } from '@lotse/cases/contract';
import { Languages } from '@lotse/shared/ui';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { FollowUpWords } from './follow-up-words';

const de = { case: { followUp: { anybody: 'wer Zeit hat', recoveryTitle: RECOVERY_TITLE } } };
const en = { case: { followUp: { anybody: 'whoever has time', recoveryTitle: 'please call' } } };
const task = { organisationId: 'org-1', organisationName: 'Stadt Musterstadt', assigneeId: null, assigneeName: null } as FollowUpDto;
const other = { ...task, organisationId: 'org-2', organisationName: 'Beispielheim' };

function words(): FollowUpWords {
  TestBed.configureTestingModule({ imports: [texts(de, en)], providers: [signedInWith()] });
  return TestBed.inject(FollowUpWords);
}

it('names the person, else the organisation whose people have no name here, else whoever has time', () => {
  const of = words();
  expect(of.who({ ...task, assigneeId: 'p', assigneeName: 'Erika Beispiel' })).toBe('Erika Beispiel');
  expect(of.who({ ...other, assigneeId: 'q' })).toBe('Beispielheim');
  expect(of.who(other)).toBe('Beispielheim');
  expect(of.who(task)).toBe('wer Zeit hat');
});

it('translates what the program wrote, and leaves the words of people alone', async () => {
  const of = words();
  TestBed.inject(Languages).use('en');
  await new Promise((done) => setTimeout(done));
  expect(of.title(RECOVERY_TITLE)).toBe('please call');
  expect(of.title('Bitte anrufen')).toBe('Bitte anrufen');
});
