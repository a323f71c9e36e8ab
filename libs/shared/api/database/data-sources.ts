import type { FactoryProvider } from '@nestjs/common';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { AppConfig } from '../config';
import { AuthDatabase, Database, JobsDatabase } from './database';

/** Every entity class the program imports: a domain that is loaded has its tables. */
const entities = () =>
  getMetadataArgsStorage()
    .tables.map(({ target }) => target)
    .filter((target) => typeof target === 'function');

/** A pool of connections as one role. Nobody but the three databases holds one, so there is no query outside a transaction. */
async function connect(url: string, size: number, name: string): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: entities(),
    applicationName: name,
    poolSize: size,
    connectTimeoutMS: 5_000,
    installExtensions: false,
    extra: {
      idleTimeoutMillis: 60_000,
      statement_timeout: 15_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  return source.initialize();
}

export const databaseProviders: FactoryProvider[] = [
  {
    provide: Database,
    inject: [AppConfig],
    useFactory: async (c: AppConfig) => new Database(await connect(c.databases.app, c.poolSize, 'lotse')),
  },
  {
    provide: AuthDatabase,
    inject: [AppConfig],
    useFactory: async (c: AppConfig) => new AuthDatabase(await connect(c.databases.auth, 4, 'lotse auth')),
  },
  {
    provide: JobsDatabase,
    inject: [AppConfig],
    useFactory: async (c: AppConfig) => new JobsDatabase(await connect(c.databases.jobs, 4, 'lotse jobs')),
  },
];
