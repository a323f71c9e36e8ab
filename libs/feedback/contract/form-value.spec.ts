import { FORM } from '@lotse/shared/contract';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AnswerSurveyDto } from './survey.dto';

const comment = 'Danke!\x1b\r\nIhr\u202e Team';

it('a comment in a form loses the controls nobody sees, and keeps its lines', () => {
  const answer = plainToInstance(AnswerSurveyDto, { serviceGrade: '1', comment }, { groups: [FORM] });
  expect(answer.comment).toBe('Danke!\r\nIhr Team');
  expect(validateSync(answer)).toEqual([]);
});

it('a program that sends them is told', () => {
  const faults = validateSync(plainToInstance(AnswerSurveyDto, { serviceGrade: 1, comment }));
  expect(faults.map(({ property, constraints }) => [property, Object.keys(constraints ?? {})])).toEqual([
    ['comment', ['invalidCharacter']],
  ]);
});
