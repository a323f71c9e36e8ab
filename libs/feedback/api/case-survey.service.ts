import { Injectable } from '@nestjs/common';
import type { CaseSurveyDto, CaseSurveyState, SurveyAnswerDto, SurveyExclusion } from '@lotse/feedback/contract';
import { type Actor, Database, DomainError } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';
import { actorParameters, FeedbackAccess } from './feedback-access';

interface SurveyRow {
  id: string;
  owner_org: string;
  owner_name: string;
  exclusion: SurveyExclusion | null;
  mail_state: string | null;
  created_at: Date;
  sent_at: Date | null;
  expires_at: Date;
  answered_at: Date | null;
  objected_at: Date | null;
}

interface AnswerRow {
  service_grade: number;
  duration_grade: number | null;
  recommend: boolean | null;
  comment: string | null;
  call_back: boolean;
  answered_at: Date;
}

const READABLE_CASE = 'select c.id from service_cases c where c.id = $4 and ';
const SURVEYS = `select s.id, s.owner_org, o.name as owner_name, s.exclusion, s.mail_state, s.created_at, s.sent_at, s.expires_at, s.answered_at, s.objected_at
  from surveys s join organisations o on o.id = s.owner_org join service_cases c on c.id = s.case_id where s.case_id = $4 and`;
const ANSWERS = `select a.service_grade, a.duration_grade, a.recommend, a.comment, a.call_back, a.answered_at
  from survey_answers a join surveys s on s.id = a.survey_id where s.id = $4 and`;

const NONE: CaseSurveyDto = {
  state: 'NONE',
  exclusion: null,
  ownerOrganisationId: null,
  ownerOrganisation: null,
  createdAt: null,
  mailState: null,
  sentAt: null,
  expiresAt: null,
  answeredAt: null,
  hasObjected: false,
  mayReadAnswer: false,
  answer: null,
};

/** What readers of a case see of its survey. */
@Injectable()
export class CaseSurveyService {
  constructor(
    private readonly db: Database,
    private readonly access: FeedbackAccess,
  ) {}

  /**
   * The survey of a case: of several closures the one that was answered, else one that was asked; nobody is asked twice within 90 days,
   * and "not asked" must not hide an answer.
   * @throws DomainError 404 where the person does not read the case's feedback */
  of(actor: Actor, caseId: string): Promise<CaseSurveyDto> {
    return this.db.as(actor, async (tx) => {
      const cases = await tx.query<{ id: string }[]>(READABLE_CASE + this.readable('c'), [...actorParameters(actor), caseId]);
      if (!cases.length) throw new DomainError('notFound', 'case.notFound');
      const [row] = await tx.query<SurveyRow[]>(
        `${SURVEYS} ${this.readable('c')} order by s.answered_at is not null desc, s.exclusion is null desc, s.created_at desc, s.id desc limit 1`,
        [...actorParameters(actor), caseId],
      );
      if (!row) return NONE;
      const mayReadAnswer = row.owner_org === actor.organisationId && actor.roles.includes('MANAGER');
      return { ...toDto(row), mayReadAnswer, answer: await this.answer(tx, actor, row.id) };
    });
  }

  private async answer(tx: EntityManager, actor: Actor, surveyId: string): Promise<SurveyAnswerDto | null> {
    const [row] = await tx.query<AnswerRow[]>(`${ANSWERS} ${this.answersOf('s')}`, [...actorParameters(actor), surveyId]);
    return row ? toAnswerDto(row) : null;
  }

  private readable(c: 'c'): string {
    return this.access.cases(c);
  }

  private answersOf(s: 's'): string {
    return this.access.answers(s);
  }
}

function stateOf(row: SurveyRow): CaseSurveyState {
  if (row.exclusion) return 'NOT_ASKED';
  if (row.answered_at) return 'ANSWERED';
  return row.expires_at <= new Date() ? 'EXPIRED' : 'ASKED';
}

function toDto(row: SurveyRow): CaseSurveyDto {
  return {
    ...NONE,
    state: stateOf(row),
    exclusion: row.exclusion,
    ownerOrganisationId: row.owner_org,
    ownerOrganisation: row.owner_name,
    createdAt: row.created_at.toISOString(),
    mailState: row.mail_state,
    sentAt: row.sent_at?.toISOString() ?? null,
    expiresAt: row.exclusion ? null : row.expires_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    hasObjected: row.objected_at !== null,
  };
}

function toAnswerDto(row: AnswerRow): SurveyAnswerDto {
  return {
    serviceGrade: row.service_grade,
    durationGrade: row.duration_grade,
    recommend: row.recommend,
    comment: row.comment,
    callBack: row.call_back,
    answeredAt: row.answered_at.toISOString(),
  };
}
