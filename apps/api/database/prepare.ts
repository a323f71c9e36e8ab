import { provision, type RuntimeUrls } from './provision';
import { seedDemo } from './seeds/demo';
import { seedReference } from './seeds/seed-reference';

/** Roles, schema, reference data and, in demo mode, the demonstration: everything between an address and serving. */
export async function prepareDatabase(settings: { databaseUrl: string; demo: boolean; demoPassword: string }): Promise<RuntimeUrls> {
  const urls = await provision(settings.databaseUrl);
  await seedReference(settings.databaseUrl, settings.demo);
  if (settings.demo) await seedDemo(settings.databaseUrl, settings.demoPassword);
  return urls;
}
