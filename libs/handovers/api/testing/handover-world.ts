import { randomUUID } from 'node:crypto';
import { CasesModule } from '@lotse/cases/api';
import { Database } from '@lotse/shared/api';
import { testApi, type TestApi, type TestApiOptions, type TestOrganisation, type TestPerson, type TestRegion } from '@lotse/shared/testing';
import type { HandoverDto, OfferHandoverDto } from '@lotse/handovers/contract';
import { HandoversModule } from '../handovers.module';

/** An organisation with one officer, one liaison and one manager. */
export interface Office {
  organisation: TestOrganisation;
  officer: TestPerson;
  liaison: TestPerson;
  manager: TestPerson;
}

export interface MadeCase {
  id: string;
  companyId: string;
  contactId: string;
}

/** What a person reads of a case straight from the database, with the policies on. */
export interface Sight {
  owner: boolean;
  readable: boolean;
  stub: boolean;
  sections: string[];
  events: string[];
  interactions: number;
  company: boolean;
  contacts: number;
}

/** The handover routes on the real database, with cases made as the database makes them. */
export class HandoverWorld {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(readonly api: TestApi) {}

  static async open(options: TestApiOptions = {}): Promise<HandoverWorld> {
    return new HandoverWorld(await testApi([CasesModule, HandoversModule], options));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  async office(region: TestRegion): Promise<Office> {
    const { world } = this.api;
    const organisation = await world.organisation(region);
    return {
      organisation,
      officer: await world.person(organisation, 'OFFICER'),
      liaison: await world.person(organisation, 'LIAISON'),
      manager: await world.person(organisation, 'MANAGER'),
    };
  }

  /** SQL on behalf of a person, as the API would ask it. */
  async as<T>(person: TestPerson, text: string, values: unknown[] = []): Promise<T[]> {
    return this.api.app.get(Database).as(person, (tx) => tx.query<T[]>(text, values));
  }

  /** SQL past all policies, one statement after the other on the one connection of the administrator. */
  sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    const rows = this.last.then(() => this.api.world.sql<T>(text, values));
    this.last = rows.catch(() => undefined);
    return rows;
  }

  /** Returns once another transaction of the API waits for a lock. */
  async waiting(): Promise<void> {
    const asked = `select 1 from pg_stat_activity where datname = current_database() and usename = 'lotse_app' and wait_event_type = 'Lock'`;
    while ((await this.sql(asked)).length === 0) await new Promise((done) => setTimeout(done, 20));
  }

  /** A company with a contact person, a case of it and one interaction in the case. */
  async aCase(person: TestPerson, options: { confidential?: boolean; naturalPerson?: boolean; type?: string } = {}): Promise<MadeCase> {
    const { confidential = false, naturalPerson = false, type = 'EXPANSION' } = options;
    const [made] = [{ id: randomUUID(), companyId: randomUUID(), contactId: randomUUID() }];
    await this.as(person, 'insert into companies (id, name, is_natural_person) values ($1, $2, $3)', [
      made.companyId,
      `Probe ${made.companyId.slice(0, 8)} GmbH`,
      naturalPerson,
    ]);
    await this.as(person, 'insert into contact_persons (id, company_id, first_name, last_name, email) values ($1, $2, $3, $4, $5)', [
      made.contactId,
      made.companyId,
      'Probe',
      'Beispiel',
      `${made.contactId}@firma.example`,
    ]);
    await this.as(person, `select create_case($1, $2, 'Halle am Bahnhof', $3, null, $4, $5, '{"areaSquareMetres": 1200}', null, null)`, [
      made.id,
      type,
      made.companyId,
      confidential,
      confidential ? 'Projekt Probe' : null,
    ]);
    await this.note(person, made);
    return made;
  }

  async note(person: TestPerson, { id, companyId }: MadeCase): Promise<void> {
    await this.as(person, `insert into interactions (id, company_id, case_id, kind, text) values ($1, $2, $3, 'NOTE', 'Vermerk')`, [
      randomUUID(),
      companyId,
      id,
    ]);
  }

  offer(person: TestPerson, caseId: string, to: TestOrganisation | Office, changes: Partial<OfferHandoverDto> = {}) {
    const { id } = 'organisation' in to ? to.organisation : to;
    return this.api.as(person).post<HandoverDto & { code?: string; details?: Record<string, unknown> }>(`/cases/${caseId}/handovers`, {
      toOrganisationId: id,
      kind: 'TRANSFER',
      reasonCode: 'RESPONSIBILITY',
      note: 'Bitte übernehmen',
      ...changes,
    });
  }

  decide(person: TestPerson, id: string, action: string, body: object = {}) {
    const words = ['decline', 'return'].includes(action) ? { reasonCode: 'NO_CAPACITY', note: 'Leider nicht möglich', ...body } : body;
    return this.api
      .as(person)
      .post<HandoverDto & { code?: string; details?: Record<string, unknown>; errors?: object[] }>(`/handovers/${id}/${action}`, words);
  }

  /** Offers and accepts a TRANSFER; returns its id. */
  async handOver(from: TestPerson, caseId: string, to: Office): Promise<string> {
    const { body } = await this.offer(from, caseId, to);
    const accepted = await this.decide(to.liaison, body.id, 'accept');
    if (accepted.status !== 200) throw new Error(`not accepted: ${JSON.stringify(accepted.body)}`);
    return body.id;
  }

  async sight(person: TestPerson, { id, companyId }: MadeCase): Promise<Sight> {
    const [row] = await this.as<Sight>(
      person,
      `select exists (select from service_cases where id = $1 and owner_org = my_org()) as owner,
         exists (select from service_cases where id = $1) as readable,
         exists (select from case_stubs where case_id = $1) as stub,
         array(select section from case_sections where case_id = $1 order by section) as sections,
         array(select kind from timeline_events where case_id = $1 order by recorded_at, id) as events,
         (select count(*)::int from interactions where case_id = $1) as interactions,
         exists (select from companies where id = $2) as company,
         (select count(*)::int from contact_persons where company_id = $2) as contacts`,
      [id, companyId],
    );
    if (!row) throw new Error('no row');
    return row;
  }

  /** What the database holds, past all policies. */
  async truth(caseId: string): Promise<{ owner: string; officer: string; status: string; openTransfers: number; events: string[] }> {
    const [row] = await this.sql<{ owner: string; officer: string; status: string; openTransfers: number; events: string[] }>(
      `select c.owner_org as owner, c.officer_id as officer, c.status,
         (select count(*)::int from handovers where case_id = c.id and kind = 'TRANSFER' and state = 'OFFERED') as "openTransfers",
         array(select kind from timeline_events e where e.case_id = c.id order by recorded_at, id) as events
       from service_cases c where c.id = $1`,
      [caseId],
    );
    if (!row) throw new Error('no such case');
    return row;
  }

  /** Lets the time of an offer run out. */
  async overdue(handoverId: string): Promise<void> {
    await this.sql(`update handovers set due_at = now() - interval '1 second' where id = $1`, [handoverId]);
  }
}
