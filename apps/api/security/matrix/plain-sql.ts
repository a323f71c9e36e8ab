import { randomUUID } from 'node:crypto';
import type { TestPerson, World } from '@lotse/shared/testing';
import { REFUSED_TO_MANAGERS, REFUSED_TO_OWNERS, REFUSED_WRITES, TABLE_READS, type TableRead } from '../expectations/tables';
import { type Cast, ROLES_IN_ORDER } from '../world/cast';
import type { DatabaseActor } from '../world/database-actor';
import type { Situation, SituationName } from '../world/situation';

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;

/** What people read and write with SQL of their own: policies and grants, with nothing of the program around them. */
export class PlainSql {
  constructor(
    private readonly db: DatabaseActor,
    private readonly cast: Cast,
    private readonly situations: Readonly<Record<SituationName, Situation>>,
  ) {}

  /** Rows the product writes in other ways than the situations do. */
  static async enter(db: DatabaseActor, world: World, cast: Cast, situations: Readonly<Record<SituationName, Situation>>): Promise<void> {
    const [liaison, manager] = [cast.person('team', 'LIAISON'), cast.person('team', 'MANAGER')];
    await db.as(liaison, `insert into idempotency_keys (user_id, organisation_id, key, fingerprint) values (my_user(), my_org(), $1, '')`, [
      randomUUID(),
    ]);
    await db.as(
      liaison,
      `insert into follow_ups (id, case_id, assignee_id, title, due_on) values (new_id(), $1, $2, 'für die Leitung', '2031-01-01')`,
      [situations.graded.caseId, manager.userId],
    );
    // Done, so that it stands in no list of what is open.
    await db.as(liaison, `update follow_ups set done_at = now() where case_id = $1 and title = 'für die Leitung'`, [
      situations.graded.caseId,
    ]);
    await db.as(liaison, `insert into organisation_site_profiles (use_classes, largest_area_sqm, tenures) values ('{GE}', 900, '{BUY}')`);
    await PlainSql.#enterBeside(db, world, cast, situations);
    await world.municipality(cast.houses.home, ['00042']);
    await world.sql(
      `insert into published_batches (region_id, owner_org, credited, first_quarter, quarter, counts, new_answers, changed_answers)
       values ($1, $2, array[$2::uuid], '2020-Q1', '2020-Q1', '{1,1,1,1,1,0}', 5, 0)`,
      [cast.houses.home.regionId, cast.houses.home.id],
    );
  }

  /** What works beside cases: checklists, moves, what people are told, keep and look after. */
  static async #enterBeside(
    db: DatabaseActor,
    world: World,
    cast: Cast,
    situations: Readonly<Record<SituationName, Situation>>,
  ): Promise<void> {
    const [officer, administrator] = [cast.person('team', 'OFFICER'), cast.person('team', 'ADMINISTRATOR')];
    for (const { caseId } of [situations.own, situations.secret, situations.consulted, situations.coWork])
      await db.as(officer, `select add_checklist_items($1, '{Probe}')`, [caseId]);
    await db.as(
      administrator,
      `insert into checklist_templates (id, case_type, title, items) values (new_id(), 'OTHER', 'Probe', '{Probe}')`,
    );
    for (const { caseId } of [situations.own, situations.secret, situations.coWork])
      await world.sql(
        `insert into relocation_releases (case_id, kind, agreed_by, happened_on, recorded_by_name) values ($1, 'CONSENT', 'Probe', '2026-01-01', 'Probe')`,
        [caseId],
      );
    for (const { caseId } of [situations.own, situations.secret])
      await world.sql(
        `insert into relocation_notices (case_id, organisation_id, by_org, company_name, told_by_name) values ($1, $2, $3, 'Probe', 'Probe')`,
        [caseId, cast.houses.partner.id, cast.houses.home.id],
      );
    for (const [house, caseId] of [
      ['team', situations.own.caseId],
      ['partner', situations.coWork.caseId],
    ] as const) {
      const liaison = cast.person(house, 'LIAISON');
      await world.sql(
        `insert into notifications (user_id, organisation_id, case_id, reason, kind, since, latest_at) values ($1, $2, $3, 'TEAM', 'x', now(), now())
         on conflict do nothing`,
        [liaison.userId, liaison.organisationId, caseId],
      );
      await db.as(liaison, 'insert into notification_mutes (user_id, organisation_id, case_id) values (my_user(), my_org(), $1)', [caseId]);
      await db.as(liaison, `insert into drafts (user_id, organisation_id, key, content) values (my_user(), my_org(), 'probe', '{}')`);
      await db.as(liaison, `insert into digest_settings (user_id, organisation_id, send_at) values (my_user(), my_org(), '07:30')`);
    }
    await db.as(cast.person('partner', 'LIAISON'), 'select claim_handover($1)', [situations.offered.handoverId]);
  }

  async reads(): Promise<string[]> {
    const findings: string[] = [];
    for (const read of TABLE_READS) {
      const count = (person: TestPerson | undefined) => this.#count(read, person);
      if ((await count(undefined)) !== 0) findings.push(`${read.table}: read without a token`);
      for (const { group, role, person } of this.cast.viewers) {
        const wanted = group === 'team' ? read.team[ROLES_IN_ORDER.indexOf(role)] : read.nobodyOf.includes(group) ? '.' : undefined;
        if (wanted === undefined) continue;
        const n = await count(person);
        if (n > 0 !== (wanted === '+')) findings.push(`${read.table} (${read.situation ?? read.of}): ${group} ${role} reads ${n}`);
      }
    }
    return findings;
  }

  async writes(): Promise<string[]> {
    const { own, consulted, graded } = this.situations;
    const [manager, liaison, partner] = [
      this.cast.person('team', 'MANAGER'),
      this.cast.person('team', 'LIAISON'),
      this.cast.person('partner', 'LIAISON'),
    ];
    const findings: string[] = [];
    for (const [who, person, { caseId, companyId }, statements, other] of [
      ['manager', manager, own, REFUSED_TO_MANAGERS, liaison],
      ['manager', manager, graded, REFUSED_TO_MANAGERS, liaison],
      ['consulted', partner, consulted, REFUSED_WRITES, liaison],
      ['owner', liaison, own, REFUSED_TO_OWNERS, partner],
    ] as const) {
      for (const [what, statement] of Object.entries(statements)) {
        const values = [caseId, companyId, other.userId].slice(
          0,
          1 + Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, n]) => Number(n) - 1)),
        );
        const changed = await this.#changed(person, statement, values, what);
        if (changed !== 0) findings.push(`${who}: may ${what} (${changed})`);
      }
    }
    return findings;
  }

  /** Rows a statement changed; refused is none. What is not refused is taken back. */
  async #changed(person: TestPerson, statement: SqlText, values: unknown[], what: string): Promise<number> {
    const typed = values.map((_, index) => `$${index + 1}::uuid is not null`).join(' and ');
    const text: SqlText = `with asked as (select ${typed || 'true'}), done as (${statement} returning 1) select count(*)::int as n from done`;
    const row = await this.db.try<{ n: number }>(person, text, values);
    if (row === undefined) return 0;
    // A manager may touch the one follow-up that is theirs; nothing else of the case.
    return what === 'change a follow-up' && values[0] === this.situations.graded.caseId ? Math.max(0, row.n - 1) : row.n;
  }

  async #count({ table, where, of, situation }: TableRead, person: TestPerson | undefined): Promise<number> {
    const row = await this.db.as<{ n: number }>(person, `select count(*)::int as n from ${table} where ${where}`, [
      this.#id(of, situation),
    ]);
    return row?.n ?? 0;
  }

  #id(of: TableRead['of'], situation: SituationName = 'own'): string | undefined {
    const { caseId, companyId, handoverId, distributionId } = this.situations[situation];
    if (of === 'home') return this.cast.houses.home.id;
    if (of === 'liaison') return this.cast.person('team', 'LIAISON').userId;
    if (of === 'partnerLiaison') return this.cast.person('partner', 'LIAISON').userId;
    if (of === 'distribution') return distributionId;
    return of === 'company' ? companyId : of === 'handover' ? handoverId : caseId;
  }
}
