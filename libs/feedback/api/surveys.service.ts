import { Injectable } from '@nestjs/common';
import { RECOVERY_WORKING_DAYS, type SurveyAnsweredDto, type SurveyDto } from '@lotse/feedback/contract';
import type { AnswerSurveyDto } from '@lotse/feedback/dto';
import { Database, DomainError } from '@lotse/shared/api';
import { addWorkingDays, berlinDay, type FederalState } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';
import { publishAnswers } from './publishing';
import { SurveyLinks } from './survey-links';

interface LinkRow {
  state: 'OPEN' | 'ANSWERED' | 'EXPIRED' | 'USED_UP';
  organisation: string;
  company: string | null;
  file_number: string;
  case_type: string;
  closed_on: string;
  language: 'de' | 'en';
  expires_at: Date;
  is_objected: boolean;
  federal_state: FederalState;
}

/** What the holder of a link sees and does. The link is all they need, and all they have. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly db: Database,
    private readonly links: SurveyLinks,
  ) {}

  /**
   * Reads only: mail scanners open links.
   * @throws DomainError 404 `survey.notFound`, 410 `survey.expired`, 409 `survey.usedUp`
   */
  async read(token: string): Promise<SurveyDto> {
    const row = usable(await this.db.anonymous((tx) => this.find(tx, token)));
    return {
      state: row.state,
      organisation: row.organisation,
      company: row.company,
      fileNumber: row.file_number,
      caseType: row.case_type,
      closedOn: row.closed_on,
      language: row.language,
      expiresAt: row.expires_at.toISOString(),
    };
  }

  /**
   * Stores an answer, opens the recovery task where one is due, and publishes what has become publishable: one transaction.
   * @throws DomainError as `read`
   */
  answer(token: string, input: AnswerSurveyDto): Promise<SurveyAnsweredDto> {
    const hash = this.links.hash(token);
    return this.db.anonymous(async (tx) => {
      const { federal_state } = usable(await this.find(tx, token));
      const due = addWorkingDays(berlinDay(new Date()), RECOVERY_WORKING_DAYS, { state: federal_state });
      const [row] = await tx.query<{ state: SurveyAnsweredDto['state'] }[]>('select answer_survey($1, $2, $3, $4, $5, $6, $7) as state', [
        hash,
        input.serviceGrade,
        input.durationGrade ?? null,
        input.recommend ?? null,
        input.comment ?? null,
        input.callBack ?? false,
        due,
      ]);
      await publishAnswers(tx, hash);
      return { state: row?.state ?? 'ANSWERED' };
    });
  }

  /** What a page about objecting needs, for links of any age. */
  async objection(token: string): Promise<{ organisation: string; language: 'de' | 'en'; isObjected: boolean }> {
    const row = await this.db.anonymous((tx) => this.find(tx, token));
    if (!row) throw new DomainError('notFound', 'survey.notFound');
    return { organisation: row.organisation, language: row.language, isObjected: row.is_objected };
  }

  /** No further surveys to this person (Art. 21 DSGVO); saying it twice is once. */
  async object(token: string): Promise<void> {
    await this.db.anonymous((tx) => tx.query('select object_to_surveys($1)', [this.links.hash(token)]));
  }

  /** Language of the company, for pages about links that no longer work. */
  async languageOf(token: string): Promise<'de' | 'en' | undefined> {
    return (await this.db.anonymous((tx) => this.find(tx, token)))?.language;
  }

  private async find(tx: EntityManager, token: string): Promise<LinkRow | undefined> {
    const rows = await tx.query<LinkRow[]>(
      `select state, organisation, company, file_number, case_type, closed_on::text, language, expires_at, is_objected, federal_state
       from survey_by_link($1)`,
      [this.links.hash(token)],
    );
    return rows[0];
  }
}

type UsableRow = LinkRow & { state: 'OPEN' | 'ANSWERED' };

function usable(row: LinkRow | undefined): UsableRow {
  if (!row) throw new DomainError('notFound', 'survey.notFound');
  if (row.state === 'EXPIRED') throw new DomainError('gone', 'survey.expired');
  if (row.state === 'USED_UP') throw new DomainError('conflict', 'survey.usedUp');
  return row as UsableRow;
}
