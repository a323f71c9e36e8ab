import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CaseSurveyDto } from '@lotse/feedback/contract';
import { signedInWith, texts } from '@lotse/shared/ui/testing';
import { CaseSurvey } from './case-survey';

const asked: CaseSurveyDto = {
  state: 'ASKED',
  exclusion: null,
  ownerOrganisationId: 'org-1',
  ownerOrganisation: 'Stadt Musterstadt',
  createdAt: '2026-11-23T10:00:00Z',
  mailState: 'HELD',
  sentAt: null,
  expiresAt: '2027-01-22T10:00:00Z',
  answeredAt: null,
  hasObjected: false,
  mayReadAnswer: false,
  answer: null,
};

async function open(survey: CaseSurveyDto): Promise<string> {
  TestBed.configureTestingModule({
    imports: [
      texts({
        feedback: { case: { none: 'Nach dem Abschluss', notForYou: 'Nur die Leitung von {{organisation}}' } },
        app: { grade: { 5: 'mangelhaft' } },
      }),
    ],
    providers: [provideHttpClient(), provideHttpClientTesting(), signedInWith('survey.read')],
  });
  const fixture = TestBed.createComponent(CaseSurvey);
  fixture.componentRef.setInput('id', 'case-1');
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne('/api/v1/cases/case-1/survey').flush(survey);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ');
}

it('says what will happen before the case is closed', async () => {
  expect(await open({ ...asked, state: 'NONE' })).toContain('Nach dem Abschluss');
});

it('shows how far the question is', async () => {
  const text = await open(asked);
  expect(text).toContain('feedback.case.mailStates.HELD');
  expect(text).toContain('22.01.2027');
});

it('names the reason when nobody was asked', async () => {
  expect(await open({ ...asked, state: 'NOT_ASKED', exclusion: 'NO_CONTACT', expiresAt: null })).toContain(
    'feedback.case.exclusion.NO_CONTACT',
  );
});

it('shows the grade to the lead, and to others only that there is one', async () => {
  const answered: CaseSurveyDto = { ...asked, state: 'ANSWERED', answeredAt: '2026-11-24T10:00:00Z' };
  const answer = {
    serviceGrade: 5,
    durationGrade: null,
    recommend: false,
    comment: '<b>zu langsam</b>',
    callBack: true,
    answeredAt: '2026-11-24T10:00:00Z',
  };
  const lead = await open({ ...answered, mayReadAnswer: true, answer });
  expect(lead).toContain('mangelhaft');
  expect(lead).toContain('<b>zu langsam</b>');
  TestBed.resetTestingModule();
  expect(await open(answered)).toContain('Nur die Leitung von Stadt Musterstadt');
});
