import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { addCases } from './cases';
import { addCompanies } from './companies';
import { addDialogues } from './dialogues';
import { addFeedback } from './feedback';
import { addPeople } from './people';
import { Random } from './random';
import { addSiteProfiles } from './site-profiles';
import { Tables } from './tables';
import { DAY, type Partner, type World } from './world';

/** Changing it makes another demonstration; keeping it makes the same one again. */
const SEED = 20_260_101;
const COMPANIES = 300;
const CASES = 500;
/** Their triggers record events as they happen; the demonstration brings its own, in the past. */
const RECORDED = ['interactions', 'follow_ups', 'job_effects'];

interface PartnerRow {
  id: string;
  region_id: string;
  federal_state: Partner['federalState'];
  kind: Partner['kind'];
  slug: string;
  domain: string;
  name: string;
  file_prefix: string;
  ags: string | null;
  place: string | null;
  postal_codes: string[] | null;
}

/** Whether the database holds nobody and nothing yet. */
export async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    'select not exists (select from users) and not exists (select from companies) as empty',
  );
  return rows[0]?.empty ?? false;
}

/**
 * Fills an empty database with the demonstration: invented companies, cases of the last 24 months and one account per role and partner.
 * Does nothing when there are people or companies already.
 */
export async function seedDemo(adminUrl: string, password: string, now = new Date()): Promise<boolean> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    if (!(await isEmpty(client))) return false;
    await client.query('begin');
    const world: World = { random: new Random(SEED), tables: new Tables(), now, partners: await readPartners(client) };
    addPeople(world, await hash(password, { memoryCost: 64 * 1024, timeCost: 2, parallelism: 1 }));
    addSiteProfiles(world);
    const companies = addCompanies(world, COMPANIES);
    const stories = addCases(world, companies, CASES, await fileNumbers(client, world));
    await withoutRecording(client, () => world.tables.write(client));
    await addFeedback(client, world, stories);
    await addDialogues(client, world, stories);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

/** Removes the demonstration and everything its people entered; what others entered stays. */
export async function removeDemo(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role lotse_definer');
    const demo = '(select id from users where is_demo)';
    await client.query(`delete from outgoing_mails m where exists (select from service_cases c join handovers h on h.case_id = c.id
      where h.id = m.ref_id and (c.is_demo or c.created_by in ${demo}))`);
    await client.query(`delete from outgoing_mails m where m.template = 'survey' and exists (select from surveys s join service_cases c on c.id = s.case_id
      where s.id = m.ref_id and (c.is_demo or c.created_by in ${demo}))`);
    for (const [prefix, table] of [
      ['distribution', 'distributions'],
      ['enquiry', 'enquiries'],
    ] as const)
      await client.query(`delete from outgoing_mails m where m.template like '${prefix}.%' and exists (select from ${table} x
        join service_cases c on c.id = x.case_id where x.id = m.ref_id and (c.is_demo or c.created_by in ${demo}))`);
    await client.query(`delete from service_cases where is_demo or created_by in ${demo}`);
    await client.query('delete from published_batches b where not exists (select from survey_answers a where a.batch_id = b.id)');
    await client.query(
      `delete from companies c where (c.is_demo or c.created_by in ${demo}) and not exists (select from service_cases s where s.company_id = c.id)`,
    );
    await client.query('delete from organisation_site_profiles where updated_by_name in (select name from users where is_demo)');
    await client.query(`delete from absences where user_id in ${demo} or deputy_id in ${demo}`);
    await client.query(`update invitations set invited_by = null where invited_by in ${demo}`);
    await client.query(
      `delete from users where is_demo and not exists (select from service_cases s where users.id in (s.officer_id, s.created_by))`,
    );
    await client.query(`update users set is_active = false, password_hash = null where is_demo`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}

async function readPartners(client: Client): Promise<Partner[]> {
  const { rows } = await client.query<PartnerRow>(
    `select o.id, o.region_id, r.federal_state, o.kind, o.slug, o.domain, o.name, r.file_prefix, m.ags, m.name as place,
       (select array_agg(p.postal_code order by p.postal_code) from postal_codes p where p.ags = m.ags and p.is_delivery and not p.is_ambiguous) as postal_codes
     from organisations o join regions r on r.id = o.region_id left join municipalities m on m.organisation_id = o.id order by o.slug`,
  );
  return rows.map((row) => ({
    id: row.id,
    regionId: row.region_id,
    federalState: row.federal_state,
    kind: row.kind,
    slug: row.slug,
    domain: row.domain,
    name: row.name,
    filePrefix: row.file_prefix,
    ags: row.ags ?? undefined,
    place: row.place ?? undefined,
    postalCodes: row.postal_codes ?? [],
    people: {},
  }));
}

/** Numbers of the real kind for each region and year, fetched ahead because stories are told without waiting. */
async function fileNumbers(client: Client, world: World): Promise<(partner: Partner, year: number) => string> {
  const stock = new Map<string, string[]>();
  const years = [0, 1, 2].map((back) => new Date(world.now.getTime() - back * 365 * DAY).getUTCFullYear());
  for (const regionId of new Set(world.partners.map((partner) => partner.regionId)))
    for (const year of new Set(years)) {
      const { rows } = await client.query<{ n: string }>(
        `select n from (select distinct draw_file_number($1, $2) as n from generate_series(1, $3::int * 2)) drawn
         where not exists (select from service_cases c where c.file_number = n) limit $3`,
        [regionId, year, CASES],
      );
      stock.set(
        `${regionId} ${year}`,
        rows.map((row) => row.n),
      );
    }
  return (partner, year) => {
    const number = stock.get(`${partner.regionId} ${year}`)?.pop();
    if (!number) throw new Error(`No file number left for ${partner.slug} in ${year}`);
    return number;
  };
}

async function withoutRecording(client: Client, work: () => Promise<void>): Promise<void> {
  const toggle = async (word: 'disable' | 'enable') => {
    await client.query('set local role lotse_owner');
    for (const table of RECORDED) await client.query(`alter table ${table} ${word} trigger record`);
    await client.query('set local role lotse_definer');
  };
  await toggle('disable');
  await work();
  await toggle('enable');
}
