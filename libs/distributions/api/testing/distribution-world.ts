import { randomUUID } from 'node:crypto';
import { Database } from '@lotse/shared/api';
import {
  testApi,
  type OrganisationKind,
  type TestAnswer,
  type TestApi,
  type TestApiOptions,
  type TestOrganisation,
  type TestPerson,
  type TestRegion,
} from '@lotse/shared/testing';
import type { AnswerDistributionDto, DistributionDto, SendDistributionDto } from '@lotse/distributions/contract';
import { DistributionsModule } from '../distributions.module';

/** An organisation with one officer, one liaison and one manager. */
export interface Office {
  organisation: TestOrganisation;
  officer: TestPerson;
  liaison: TestPerson;
  manager: TestPerson;
}

export type Told = TestAnswer<DistributionDto & { code?: string; details?: Record<string, unknown> }>;

export const OFFER = { answer: 'OFFER', site: 'Am Bahnhof 3', areaSqm: 1800, pricePerSqm: 145.5, availableFrom: '2027-03-01' } as const;

/** The routes of enquiries on the real database, with settlement cases made as the database makes them. */
export class DistributionWorld {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(readonly api: TestApi) {}

  static async open(options: TestApiOptions = {}): Promise<DistributionWorld> {
    return new DistributionWorld(await testApi([DistributionsModule], options));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  async office(region: TestRegion, kind: OrganisationKind = 'MUNICIPALITY'): Promise<Office> {
    const { world } = this.api;
    const organisation = await world.organisation(region, kind);
    return {
      organisation,
      officer: await world.person(organisation, 'OFFICER'),
      liaison: await world.person(organisation, 'LIAISON'),
      manager: await world.person(organisation, 'MANAGER'),
    };
  }

  /** SQL on behalf of a person, as the API would ask it. */
  as<T>(person: TestPerson, text: string, values: unknown[] = []): Promise<T[]> {
    return this.api.app.get(Database).as(person, (tx) => tx.query<T[]>(text, values));
  }

  /** SQL past all policies, one statement after the other on the one connection of the administrator. */
  sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const rows = this.last.then(() => this.api.world.sql<T>(text, values));
    this.last = rows.catch(() => undefined);
    return rows;
  }

  async aCase(person: TestPerson, options: { confidential?: boolean; type?: string } = {}): Promise<string> {
    const [id, companyId] = [randomUUID(), randomUUID()];
    const { confidential = false, type = 'SETTLEMENT' } = options;
    await this.as(person, 'insert into companies (id, name) values ($1, $2)', [companyId, `Geheimrat Suchefeld ${companyId} GmbH`]);
    await this.as(person, `select create_case($1, $2, 'Ansiedlung Suchefeld', $3, null, $4, $5, '{}', null, null)`, [
      id,
      type,
      companyId,
      confidential,
      confidential ? 'Projekt Suchefeld' : null,
    ]);
    return id;
  }

  send(person: TestPerson, caseId: string, to: Office[], changes: Partial<SendDistributionDto> = {}): Promise<Told> {
    return this.api.as(person).post(`/cases/${caseId}/distributions`, {
      organisationIds: to.map(({ organisation }) => organisation.id),
      profile: { areaMin: 1500, useClass: 'GE', tenure: 'BUY', words: 'Nähe zur Autobahn' },
      ...changes,
    });
  }

  /** A running enquiry of `lead`. */
  async sent(lead: Office, to: Office[], options: { confidential?: boolean } = {}): Promise<{ id: string; caseId: string }> {
    const caseId = await this.aCase(lead.officer, options);
    return { id: (await this.send(lead.officer, caseId, to)).body.id, caseId };
  }

  answer(person: TestPerson, id: string, input: AnswerDistributionDto = OFFER): Promise<Told> {
    return this.act(person, id, 'answer', input);
  }

  act(person: TestPerson, id: string, action: 'answer' | 'opened' | 'decision' | 'withdraw', input: object = {}): Promise<Told> {
    return this.api.as(person).post(`/distributions/${id}/${action}`, input);
  }

  putExpose(person: TestPerson, id: string, content: string, name: string): Promise<Told> {
    const headers = { 'content-type': 'application/octet-stream' };
    return this.api.as(person).post(`/distributions/${id}/expose?name=${encodeURIComponent(name)}`, undefined, { raw: content, headers });
  }

  read(person: TestPerson, id: string): Promise<Told> {
    return this.api.as(person).get(`/distributions/${id}`);
  }

  /** Moves the due date into the past, with the seal that hangs on it. */
  async due(id: string): Promise<void> {
    await this.sql(
      'update distribution_cases k set unsealed_from = now() from distributions d where d.id = k.distribution_id and d.id = $1 and unsealed_from = d.due_at',
      [id],
    );
    await this.sql(`update distributions set due_at = now() - interval '1 millisecond' where id = $1`, [id]);
  }
}
