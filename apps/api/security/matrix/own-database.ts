import { testUrls, type TestUrls, World } from '@lotse/shared/testing';
import { provision } from '../../database/provision';

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;

/** A database nobody else works in, for specs that break its rules; its name tells the run that a killed one left it. */
export async function ownDatabase(): Promise<{ urls: TestUrls; drop: () => Promise<void> }> {
  const shared = testUrls();
  const name: SqlText = `test_${process.pid}_${Date.now()}_broken`;
  const world = await World.open(shared.admin);
  await world.sql(`create database ${name}`);
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await provision(at(shared.admin));
  const urls = Object.fromEntries(Object.entries(shared).map(([role, url]) => [role, at(url as string)])) as unknown as TestUrls;
  return {
    urls,
    drop: async () => {
      await world.sql(`drop database ${name} with (force)`);
      await world.close();
    },
  };
}
