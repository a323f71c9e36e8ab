import { randomUUID } from 'node:crypto';
import type { NotificationCountDto, NotificationDto, NotificationPageDto } from '@lotse/notifications/contract';
import { Database } from '@lotse/shared/api';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { NotificationsModule } from '../notifications.module';

/** Two offices, and cases made as the database makes them, for the specs of this domain. */
export class NotificationWorld {
  private constructor(
    readonly api: TestApi,
    readonly ours: TestOrganisation,
    readonly theirs: TestOrganisation,
    readonly officer: TestPerson,
    readonly colleague: TestPerson,
    readonly manager: TestPerson,
    readonly liaison: TestPerson,
    readonly companyId: string,
  ) {}

  static async open(modules: Parameters<typeof testApi>[0] = [NotificationsModule]): Promise<NotificationWorld> {
    const api = await testApi(modules);
    const { world } = api;
    const region = await world.region();
    const [ours, theirs] = [await world.organisation(region), await world.organisation(region)];
    const officer = await world.person(ours, 'OFFICER', 'Olga Amt');
    const [row] = await world.sql<{ id: string }>(
      `insert into companies (region_id, keeper_org, name) values ($1, $2, 'Klingelwerk Beispiel GmbH') returning id`,
      [region.id, ours.id],
    );
    return new NotificationWorld(
      api,
      ours,
      theirs,
      officer,
      await world.person(ours, 'OFFICER', 'Karl Amt'),
      await world.person(ours, 'MANAGER', 'Maria Leitung'),
      await world.person(theirs, 'LIAISON', 'Lia Nachbar'),
      row?.id ?? '',
    );
  }

  as<T>(person: TestPerson, text: string, values: unknown[] = []): Promise<T[]> {
    return this.api.app.get(Database).as(person, (tx) => tx.query<T[]>(text, values));
  }

  /** A case of the officer; with a team it is confidential. */
  async aCase(team?: TestPerson[]): Promise<string> {
    const id = randomUUID();
    await this.as(this.officer, `select create_case($1, 'EXPANSION', 'Halle am Klingelbach', $2, null, $3, null, '{}', null, null)`, [
      id,
      this.companyId,
      team !== undefined,
    ]);
    if (team?.length) await this.as(this.officer, 'select set_case_team($1, null, $2)', [id, team.map(({ userId }) => userId)]);
    return id;
  }

  async note(person: TestPerson, caseId: string, mentions: TestPerson[] = []): Promise<void> {
    await this.as(person, `insert into interactions (company_id, case_id, kind, text, mentions) values ($1, $2, 'NOTE', 'Vermerk', $3)`, [
      this.companyId,
      caseId,
      mentions.map(({ userId }) => userId),
    ]);
  }

  async offer(caseId: string, kind = 'TRANSFER', dueInDays = 2): Promise<string> {
    const id = randomUUID();
    await this.as(
      this.officer,
      `select offer_handover($1, $2, $3, $4, 'TASK', null, 'RESPONSIBILITY', 'Bitte', '{MASTER,NOTES}', today_in_berlin() + $5::int, now() + make_interval(days => $5))`,
      [id, caseId, this.theirs.id, kind, dueInDays],
    );
    return id;
  }

  away(person: TestPerson, deputy: TestPerson): Promise<unknown> {
    return this.as(person, 'select set_absence($1, $2, today_in_berlin(), today_in_berlin() + 1)', [person.userId, deputy.userId]);
  }

  async of(person: TestPerson, caseId?: string): Promise<NotificationDto[]> {
    const { body } = await this.api.as(person).get<NotificationPageDto>('/notifications');
    return caseId ? body.items.filter((item) => item.caseId === caseId) : body.items;
  }

  async unread(person: TestPerson): Promise<number> {
    return (await this.api.as(person).get<NotificationCountDto>('/notifications/count')).body.unread;
  }
}
