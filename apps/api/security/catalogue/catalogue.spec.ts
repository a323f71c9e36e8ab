import { readFile } from 'node:fs/promises';
import { Catalogue } from './catalogue';

const ALLOWED = 'apps/api/security/catalogue';
const HOW = `Review the difference as what it is, a change of who may do what, then put it into`;

/** The lines of an allow-list; `#` begins a comment. */
async function allowed(name: string): Promise<string[]> {
  const lines = (await readFile(`${ALLOWED}/${name}`, 'utf8')).split('\n').map((line) => line.replace(/\s*#.*/, '').trimEnd());
  return lines.filter((line) => line !== '').sort();
}

/** Both directions: nothing beyond the list, nothing on the list that is gone. */
function compare(found: string[], list: string[], file: string): void {
  const surplus = found.filter((line) => !list.includes(line)).map((line) => `+ ${line}`);
  const missing = list.filter((line) => !found.includes(line)).map((line) => `- ${line}`);
  expect({ advice: `${HOW} ${ALLOWED}/${file}`, differences: [...surplus, ...missing] }).toEqual({
    advice: `${HOW} ${ALLOWED}/${file}`,
    differences: [],
  });
}

describe('the catalogue of the database', () => {
  let catalogue: Catalogue;
  beforeAll(async () => (catalogue = await Catalogue.open()));
  afterAll(() => catalogue.close());

  it('has no table without policies that are on, also for its owner', async () => {
    // TypeORM's own list of migrations: no rows of anybody, and no right for any runtime role.
    expect(await catalogue.unprotectedTables()).toEqual(['migrations: off, not forced, no policy']);
  });

  it('has no policy that lets anybody write, none without a check, and none for another role', async () => {
    expect(await catalogue.openWritePolicies()).toEqual([]);
    expect(await catalogue.policiesForOthers()).toEqual([]);
  });

  it('has no view that reads with the rights of its owner', async () => {
    expect(await catalogue.viewsOfOwners()).toEqual([]);
  });

  it('knows every function that passes the policies; each fixes its search path', async () => {
    const found = await catalogue.definerFunctions();
    const suffix = / owned by lotse_definer with search_path=public, pg_temp(, plan_cache_mode=force_custom_plan)?$/;
    expect(found.filter((line) => !suffix.test(line))).toEqual([]);
    compare(
      found.map((line) => line.replace(suffix, '')),
      await allowed('definer-functions.txt'),
      'definer-functions.txt',
    );
  });

  it('lets nobody call a function without a grant', async () => {
    expect(await catalogue.publicFunctions()).toEqual([]);
  });

  it.each(['lotse_app', 'lotse_auth', 'lotse_jobs'])('gives %s exactly what its list says', async (role) => {
    compare(await catalogue.grantsOf(role), await allowed(`grants-${role}.txt`), `grants-${role}.txt`);
  });

  it('lets the serving role write no owner, no reader and no confidentiality of a case', async () => {
    const writable = await catalogue.writableColumns('lotse_app', 'service_cases');
    expect(writable).toEqual(['contact_person_id', 'next_step', 'next_step_on', 'project_name', 'title', 'updated_at']);
    expect(await catalogue.writableColumns('lotse_app', 'case_sections')).toEqual(['content']);
    for (const table of [
      'case_access',
      'case_stubs',
      'handovers',
      'handover_messages',
      'distributions',
      'distribution_cases',
      'distribution_receivers',
      'distribution_answers',
      'distribution_exposes',
      'distribution_log',
      'relocation_notices',
      'relocation_releases',
      'timeline_events',
      'audit_entries',
      'sessions',
      'users',
      'memberships',
    ])
      expect([table, await catalogue.writableColumns('lotse_app', table)]).toEqual([table, []]);
  });

  it.each(['lotse_app', 'lotse_auth', 'lotse_jobs'])('has no powers and no belongings for %s', async (role) => {
    expect(await catalogue.powersOf(role)).toEqual([]);
    const owned = await catalogue.ownedBy(role);
    // The queue of jobs lives in a schema of its own, which its role must be able to extend.
    expect(role === 'lotse_jobs' ? owned.filter((name) => name !== 'jobs') : owned).toEqual([]);
  });

  it('keeps the owner of the tables below the policies', async () => {
    expect(await catalogue.powersOf('lotse_owner')).toEqual([]);
    expect(await catalogue.powersOf('lotse_definer')).toEqual(['bypassrls']);
    expect(await catalogue.powersOf('lotse_backup')).toEqual(['bypassrls']);
  });

  it('has an index for every foreign key and no enumerated type', async () => {
    expect(await catalogue.unindexedForeignKeys()).toEqual([]);
    expect(await catalogue.enums()).toEqual([]);
  });
});
