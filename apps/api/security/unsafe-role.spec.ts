import { randomBytes } from 'node:crypto';
import { testUrls, World } from '@lotse/shared/testing';
import { ProvisionError } from '../database/provision';
import { refuseUnsafeRole, refuseUnsafeRoles } from '../database/refuse-unsafe-role';

describe('the role the program serves with', () => {
  const urls = testUrls();
  let world: World;
  const roles: string[] = [];
  beforeAll(async () => (world = await World.open(urls.admin)));
  afterAll(async () => {
    for (const role of roles) await world.sql(`drop role ${role}`);
    await world.close();
  });

  /** A role for one test with the given attributes, and its address. */
  async function aRole(attributes: SqlText): Promise<string> {
    const role: SqlText = `unsafe_${randomBytes(6).toString('hex')}`;
    await world.sql(`create role ${role} ${attributes} password 'only for a moment'`);
    roles.push(role);
    const url = new URL(urls.admin);
    url.username = role;
    url.password = 'only for a moment';
    return url.href;
  }

  it('is accepted when it is bound by the policies', async () => {
    await expect(refuseUnsafeRoles({ appUrl: urls.app, authUrl: urls.auth, jobsUrl: urls.jobs })).resolves.toBeUndefined();
  });

  it('is refused when it is a superuser', async () => {
    await expect(refuseUnsafeRole(urls.admin)).rejects.toThrow(ProvisionError);
    await expect(refuseUnsafeRole(urls.admin)).rejects.toThrow('is a superuser');
  });

  it('is refused when it bypasses policies, by itself or by a role it may become', async () => {
    await expect(refuseUnsafeRole(urls.appUnguarded)).rejects.toThrow('bypasses policies');
    await expect(refuseUnsafeRole(await aRole('login noinherit in role lotse_definer'))).rejects.toThrow('bypasses policies');
  });

  it('is refused when it could become the owner of a table', async () => {
    await expect(refuseUnsafeRole(await aRole('login in role lotse_owner'))).rejects.toThrow(/owns \w+/);
  });
});

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;
