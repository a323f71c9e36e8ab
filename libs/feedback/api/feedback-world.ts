import { randomUUID } from 'node:crypto';
import { Database } from '@lotse/shared/api';
import type { TestApi, TestOrganisation, TestPerson, TestRegion } from '@lotse/shared/testing';
import { SurveyLinks } from './survey-links';

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;

/** An organisation of a spec with its people. */
export interface Town {
  organisation: TestOrganisation;
  officer: TestPerson;
  liaison: TestPerson;
  manager: TestPerson;
  administrator: TestPerson;
}

/** What a spec wants of a case besides the ordinary. */
export interface CaseWish {
  confidential?: boolean;
  /** Null for a contact without an address. */
  email?: string | null;
  language?: 'de' | 'en';
  /** False when the person was never told of the right to object. */
  notice?: boolean;
  company?: string;
  /** Handed to this organisation before it is closed; `heldShare` of the time as owner stays with the first. */
  handedTo?: Town;
  heldShare?: number;
}

/** For specs of this domain: towns, closed cases and answers, made by the same functions the program uses. */
export class FeedbackWorld {
  constructor(private readonly api: TestApi) {}

  async town(region: TestRegion): Promise<Town> {
    const { world } = this.api;
    const organisation = await world.organisation(region);
    const [officer, liaison, manager, administrator] = await Promise.all([
      world.person(organisation, 'OFFICER'),
      world.person(organisation, 'LIAISON'),
      world.person(organisation, 'MANAGER'),
      world.person(organisation, 'ADMINISTRATOR'),
    ]);
    return { organisation, officer, liaison, manager, administrator };
  }

  /** An open case of the town's officer. */
  async openCase(town: Town, wish: CaseWish = {}): Promise<string> {
    const { world } = this.api;
    const { email = `${randomUUID()}@firma.example`, language = 'de', notice = true, company = 'Muster & Söhne <b>GmbH</b>' } = wish;
    const [{ id: companyId } = { id: '' }] = await world.sql<{ id: string }>(
      'insert into companies (region_id, keeper_org, name) values ($1, $2, $3) returning id',
      [town.organisation.regionId, town.organisation.id, company],
    );
    await world.sql(
      `insert into contact_persons (company_id, owner_org, first_name, last_name, email, language, survey_notice_on)
       values ($1, $2, 'Erika', 'Beispiel', $3, $4, $5)`,
      [companyId, town.organisation.id, email, language, notice ? '2026-01-01' : null],
    );
    const [{ id } = { id: '' }] = await this.as(
      town.officer,
      'select create_case(new_id(), $1, $2, $3, null, $4, $5, $6, null, null) as id',
      ['EXPANSION', 'Neue Halle', companyId, wish.confidential ?? false, wish.confidential ? 'Projekt Linde' : null, {}],
    );
    return String(id);
  }

  /** A closed case; returns its id. */
  async closedCase(town: Town, wish: CaseWish = {}): Promise<string> {
    const id = await this.openCase(town, wish);
    if (wish.handedTo) await this.handOver(id, town, wish.handedTo, wish.heldShare ?? 0.5);
    await this.close(wish.handedTo ?? town, id, wish.handedTo && 'liaison');
    return id;
  }

  async close(town: Town, caseId: string, by: 'officer' | 'liaison' = 'officer'): Promise<void> {
    await this.as(town[by], `select set_case_status($1, null, 'CLOSED', null, 'ACHIEVED')`, [caseId]);
  }

  /** The survey of a case and the token of its link, as if its mail had been written. */
  async surveyOf(caseId: string): Promise<{ id: string; token: string; exclusion: string | null; credited: string[]; owner: string }> {
    const links = this.api.app.get(SurveyLinks);
    const [row] = await this.api.world.sql<{ id: string; exclusion: string | null; credited: string[]; owner_org: string }>(
      'select id, exclusion, credited, owner_org from surveys where case_id = $1 order by created_at desc limit 1',
      [caseId],
    );
    if (!row) throw new Error('no survey');
    const token = links.token(row.id);
    await this.api.world.sql('select issue_survey_token($1, $2)', [row.id, links.hash(token)]);
    return { id: row.id, token, exclusion: row.exclusion, credited: row.credited, owner: row.owner_org };
  }

  /** Closes a case and answers its survey over HTTP; returns the token. */
  async answered(town: Town, serviceGrade: number, wish: CaseWish = {}): Promise<string> {
    const { token } = await this.surveyOf(await this.closedCase(town, wish));
    const { status } = await this.api.anonymous.post(`/surveys/${token}/answer`, { serviceGrade });
    if (status !== 200) throw new Error(`answered with ${status}`);
    return token;
  }

  private async handOver(caseId: string, from: Town, to: Town, heldShare: number): Promise<void> {
    const offer = randomUUID();
    await this.as(
      from.officer,
      `select offer_handover($1, $2, $3, 'TRANSFER', 'TASK', null, 'RESPONSIBILITY', 'Bitte übernehmen', '{MASTER,CONTACTS,NOTES,FEEDBACK}', today_in_berlin() + 2, now() + interval '2 days')`,
      [offer, caseId, to.organisation.id],
    );
    await this.as(to.liaison, 'select accept_handover($1)', [offer]);
    await this.stretch(caseId, heldShare);
  }

  /** Moves the events into the past so that the first owner had the wanted share of one hundred hours. */
  private async stretch(caseId: string, heldShare: number): Promise<void> {
    const { world } = this.api;
    await world.sql('set session_replication_role = replica'); // the log is append-only
    await world.sql(`update timeline_events set recorded_at = now() - interval '100 hours' where case_id = $1 and kind = 'case.created'`, [
      caseId,
    ]);
    await world.sql(
      `update timeline_events set recorded_at = now() - make_interval(hours => 100 - (100 * $2::float)::int) where case_id = $1 and kind = 'owner.changed'`,
      [caseId, heldShare],
    );
    await world.sql('reset session_replication_role');
  }

  /** SQL on behalf of a person, as the API would ask it. */
  as(person: TestPerson, statement: SqlText, values: unknown[]): Promise<Record<string, unknown>[]> {
    return this.api.app.get(Database).as(person, (tx) => tx.query<Record<string, unknown>[]>(statement, values));
  }
}
