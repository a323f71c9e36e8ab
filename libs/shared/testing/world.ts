import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@lotse/shared/contract';
import { Client, type QueryResultRow } from 'pg';

export interface TestRegion {
  id: string;
}

export interface TestOrganisation {
  id: string;
  regionId: string;
  name: string;
  slug: string;
}

/** A person with an open session, acting for one organisation. */
export interface TestPerson {
  userId: string;
  organisationId: string;
  regionId: string;
  roles: Role[];
  name: string;
  email: string;
  /** Session token: `api.as(person)`, or `db.as(person, …)`. */
  token: string;
}

export type OrganisationKind = 'MUNICIPALITY' | 'DISTRICT' | 'CHAMBER' | 'CRAFTS_ASSOCIATION';

const random = (length = 8): string => {
  let letters = '';
  while (letters.length < length) letters += String.fromCharCode(97 + ((randomBytes(1)[0] ?? 0) % 26));
  return letters;
};

/** Makes regions, organisations and people nobody else has, so that specs run side by side and clean nothing up. */
export class World {
  private constructor(private readonly client: Client) {}

  static async open(adminUrl: string): Promise<World> {
    const client = new Client({ connectionString: adminUrl, application_name: 'world' });
    await client.connect();
    return new World(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** SQL as the administrator, past all policies: for what only a test may see or do. */
  async sql<T extends QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, values)).rows;
  }

  async region(changes: { requireConsent?: boolean } = {}): Promise<TestRegion> {
    const slug = `region-${random()}`;
    return this.one(`insert into regions (slug, name, file_prefix, require_consent) values ($1, $2, $3, $4) returning id`, [
      slug,
      `Kreis ${slug}`,
      random(8).toUpperCase(),
      changes.requireConsent ?? false,
    ]);
  }

  async organisation(region: TestRegion, kind: OrganisationKind = 'MUNICIPALITY', name = `Ort ${random()}`): Promise<TestOrganisation> {
    const slug = `ort-${random(10)}`;
    return this.one(
      `insert into organisations (region_id, kind, name, slug, domain) values ($1, $2, $3, $4, $5)
       returning id, region_id as "regionId", name, slug`,
      [region.id, kind, name, slug, `${slug}.example`],
    );
  }

  /** A municipality with its AGS, reached by the given postal codes without doubt. */
  async municipality(organisation: TestOrganisation, postalCodes: string[] = []): Promise<{ ags: string }> {
    const ags = String(10_000_000 + (randomBytes(4).readUInt32BE() % 89_999_999));
    await this.sql('insert into municipalities (ags, region_id, organisation_id, name) values ($1, $2, $3, $4)', [
      ags,
      organisation.regionId,
      organisation.id,
      organisation.name,
    ]);
    for (const code of postalCodes) {
      await this.sql('insert into postal_codes (postal_code, ags, is_delivery, is_ambiguous) values ($1, $2, true, false)', [code, ags]);
    }
    return { ags };
  }

  /** `world.person(langen, 'OFFICER')`; with a session that is open for ten hours. */
  async person(organisation: TestOrganisation, roles: Role | Role[], name = `Person ${random()}`): Promise<TestPerson> {
    const email = `${random(12)}@${organisation.slug}.example`;
    const { id } = await this.one<{ id: string }>('insert into users (email, name) values ($1, $2) returning id', [email, name]);
    return this.join({ userId: id, name, email }, organisation, roles);
  }

  /** Makes a known person a member of one more organisation, with a session there. */
  async join(
    person: Pick<TestPerson, 'userId' | 'name' | 'email'>,
    organisation: TestOrganisation,
    roles: Role | Role[],
  ): Promise<TestPerson> {
    const held = [roles].flat();
    await this.sql('insert into memberships (user_id, organisation_id, roles) values ($1, $2, $3)', [person.userId, organisation.id, held]);
    const token = await this.session(person.userId, organisation.id);
    return { ...person, organisationId: organisation.id, regionId: organisation.regionId, roles: held, token };
  }

  /** Opens one more session. */
  async session(userId: string, organisationId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.sql('insert into sessions (token_hash, user_id, organisation_id) values ($1, $2, $3)', [
      createHash('sha256').update(token).digest(),
      userId,
      organisationId,
    ]);
    return token;
  }

  private async one<T extends QueryResultRow>(text: string, values: unknown[]): Promise<T> {
    const [row] = await this.sql<T>(text, values);
    if (!row) throw new Error('the statement returned no row');
    return row;
  }
}
