import { testUrls, type TestUrls, World } from '@lotse/shared/testing';
import { buildCast, type Cast } from '../world/cast';
import { DatabaseActor } from '../world/database-actor';
import { type Situation, SituationMaker, type SituationName, SITUATIONS } from '../world/situation';
import type { Call } from './calls';
import { PlainSql } from './plain-sql';
import { enterStaff, type Staff } from './staff';

/** Everything the matrix looks at: people, and one situation of each kind that no call may change. */
export class MatrixWorld {
  private constructor(
    private readonly world: World,
    private readonly db: DatabaseActor,
    readonly cast: Cast,
    private readonly maker: SituationMaker,
    readonly situations: Readonly<Record<SituationName, Situation>>,
    readonly staff: Staff,
  ) {}

  static async open(urls: TestUrls = testUrls()): Promise<MatrixWorld> {
    const world = await World.open(urls.admin);
    const db = await DatabaseActor.open(urls.app);
    const cast = await buildCast(world);
    const maker = new SituationMaker(db, world, cast);
    const situations: Partial<Record<SituationName, Situation>> = {};
    for (const name of SITUATIONS) situations[name] = await maker.make(name);
    const staff = await enterStaff(db, world, cast);
    return new MatrixWorld(world, db, cast, maker, situations as Record<SituationName, Situation>, staff);
  }

  /** The same world, looked at with SQL alone. */
  plainSql(): PlainSql {
    return new PlainSql(this.db, this.cast, this.situations);
  }

  /** Enters what only plain SQL looks at. */
  enterPlain(): Promise<void> {
    return PlainSql.enter(this.db, this.world, this.cast, this.situations);
  }

  async close(): Promise<void> {
    await this.db.close();
    await this.world.close();
  }

  /** One more of the same kind, to be changed. */
  fresh(name: SituationName): Promise<Situation> {
    return this.maker.make(name);
  }

  /** The stored version of the row a call names. */
  async versionOf(call: Call, id: string): Promise<number | undefined> {
    if (!call.versionOf) return undefined;
    const [row] = await this.world.sql<{ version: number }>(VERSIONS[call.versionOf], [id]);
    return row?.version;
  }

  /** A digest of all rows of the situations, which refused requests must leave as it is. */
  async digest(): Promise<Record<string, string>> {
    const cases = Object.values(this.situations).map(({ caseId }) => caseId);
    const companies = Object.values(this.situations).map(({ companyId }) => companyId);
    const found: Record<string, string> = {};
    for (const [table, statement] of Object.entries(DIGESTS)) {
      const [row] = await this.world.sql<{ digest: string }>(statement, [table.endsWith('(company)') ? companies : cases]);
      found[table] = row?.digest ?? '';
    }
    return found;
  }
}

const VERSIONS: Record<NonNullable<Call['versionOf']>, string> = {
  service_cases: 'select version from service_cases where id = $1',
  follow_ups: 'select version from follow_ups where id = $1',
  permit_procedures: 'select version from permit_procedures where id = $1',
  documents: 'select version from documents where id = $1',
  companies: 'select version from companies where id = $1',
  establishments: 'select version from establishments where id = $1',
  contact_persons: 'select version from contact_persons where id = $1',
};

const digestOf = (table: string, column: string): string =>
  `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as digest from ${table} t where t.${column} = any ($1::uuid[])`;

const DIGESTS: Record<string, string> = {
  service_cases: digestOf('service_cases', 'id'),
  case_sections: digestOf('case_sections', 'case_id'),
  case_access: digestOf('case_access', 'case_id'),
  case_stubs: digestOf('case_stubs', 'case_id'),
  timeline_events: digestOf('timeline_events', 'case_id'),
  follow_ups: digestOf('follow_ups', 'case_id'),
  permit_procedures: digestOf('permit_procedures', 'case_id'),
  documents: digestOf('documents', 'case_id'),
  job_effects: digestOf('job_effects', 'case_id'),
  handovers: digestOf('handovers', 'case_id'),
  surveys: digestOf('surveys', 'case_id'),
  'companies (company)': digestOf('companies', 'id'),
  'establishments (company)': digestOf('establishments', 'company_id'),
  'contact_persons (company)': digestOf('contact_persons', 'company_id'),
  'interactions (company)': digestOf('interactions', 'company_id'),
};
