/**
 * Everything the program is told from outside, read and checked once at the start (`apps/api/config.ts`).
 * A class, so that it is its own injection token.
 */
export abstract class AppConfig {
  abstract readonly port: number;
  abstract readonly host: string;
  /** Where people reach the program, without a trailing slash. Links in mails are built from this only. */
  abstract readonly publicUrl: string;
  abstract readonly production: boolean;
  /** Demo data, demo accounts on the sign-in page, mail texts shown in full. */
  abstract readonly demo: boolean;
  /** Password of every demo account. */
  abstract readonly demoPassword: string;
  /** Mail server; without it mails stay in the outbox. */
  abstract readonly smtpUrl: string | undefined;
  /** Address mails come from (`MAIL_FROM`); without it `lotse@` the host of `publicUrl`. */
  readonly mailFrom?: string;
  /** Folder of the built pages; without it only the API is served. */
  abstract readonly webRoot: string | undefined;
  /** Where files are kept, how large one may be, and how many an organisation may have. */
  abstract readonly storage: StorageConfig;
  /** Key material for keyed hashes, at least 32 bytes; stable over restarts. */
  abstract readonly secret: Buffer;
  /** Connections of the runtime roles, made by provisioning. */
  abstract readonly databases: DatabaseUrls;
  /** Proxies in front of the program whose `X-Forwarded-For` is believed; 0 takes the address of the connection. */
  abstract readonly trustedProxies: number;
  /** Connections per pool of the serving role. */
  abstract readonly poolSize: number;
  /** False where a test wants no schedules and no mail sent by itself; on unless said otherwise. */
  readonly backgroundWork?: boolean;
  /** `silent` in tests. */
  abstract readonly logLevel: LogLevel;
}

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

export interface DatabaseUrls {
  /** Role `lotse_app`: every request. */
  app: string;
  /** Role `lotse_auth`: passwords and sessions. */
  auth: string;
  /** Role `lotse_jobs`: background work, and the schema of pg-boss. */
  jobs: string;
}

export interface StorageConfig {
  /** `file:///folder` or `s3://bucket/prefix?endpoint=…&region=…&forcePathStyle=true`. Holds no credentials. */
  url: string;
  accessKey?: string;
  secretKey?: string;
  /** Most bytes of one file that somebody sends. */
  uploadLimit: number;
  /** Most bytes that the files of one organisation take together. */
  quota: number;
}
