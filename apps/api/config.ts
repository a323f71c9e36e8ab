import { hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppConfig, type DatabaseUrls, type LogLevel, parseStorageUrl, type StorageConfig } from '@lotse/shared/api';

const MEGABYTE = 1024 * 1024;

type Environment = Record<string, string | undefined>;

/** A setting that cannot be used; the message names it and says what is expected. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** What the environment says, before the database is reached. */
export interface Settings extends Omit<AppConfig, 'databases'> {
  /** Administrative connection: provisioning only, never for requests. */
  readonly databaseUrl: string;
}

/**
 * Reads the environment once.
 * @throws ConfigError naming every setting that cannot be used
 */
export function readSettings(env: Environment): Settings {
  const read = new Reader(env);
  const port = read.integer('PORT', 3000, 0, 65_535);
  const databaseUrl = read.required('DATABASE_URL', ['postgres:', 'postgresql:']);
  const settings: Settings = {
    port,
    host: read.text('HOST') ?? '127.0.0.1',
    publicUrl: (read.url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    production: read.text('NODE_ENV') === 'production',
    demo: read.flag('LOTSE_DEMO'),
    demoPassword: read.text('LOTSE_DEMO_PASSWORD') ?? 'lotse-demo',
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: read.text('MAIL_FROM'),
    webRoot: read.folder('WEB_ROOT'),
    storage: read.storage(),
    databaseUrl,
    secret: read.secret(databaseUrl),
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, 0, 10),
    poolSize: read.integer('DATABASE_POOL', 16, 1, 200),
    logLevel: read.choice<LogLevel>('LOG_LEVEL', ['silent', 'error', 'warn', 'info', 'debug'], 'info'),
  };
  if (read.faults.length) throw new ConfigError(read.faults.join('\n'));
  return settings;
}

/** The settings as the program holds them: with the connections it serves with, without the administrative one. */
export function toConfig(settings: Settings, databases: DatabaseUrls): AppConfig {
  return { ...settings, databases, ...{ databaseUrl: undefined } };
}

/** Reads single settings and collects what is wrong with them. An empty setting is none. */
class Reader {
  readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    return this.fault(`${name} must be a whole number from ${least} to ${most}, not "${text}".`, fallback);
  }

  flag(name: string): boolean {
    const text = this.text(name);
    if (text === undefined || text === '0') return false;
    return text === '1' || this.fault(`${name} must be 1 or 0, not "${text}".`, false);
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === undefined) return fallback;
    return (
      choices.find((choice) => choice === text) ?? this.fault(`${name} must be one of ${choices.join(', ')}, not "${text}".`, fallback)
    );
  }

  /** Addresses may hold passwords, so a wrong one is not repeated. */
  url(name: string, protocols: string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    return this.fault(
      `${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
      undefined,
    );
  }

  required(name: string, protocols: string[]): string {
    if (this.text(name) === undefined) this.faults.push(`${name} is missing.`);
    return this.url(name, protocols) ?? '';
  }

  folder(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const path = resolve(text);
    return existsSync(path) ? path : this.fault(`${name}: there is no folder ${path}.`, undefined);
  }

  /** Files: where `STORAGE_URL` says, else in a folder beside the database from npm. */
  storage(): StorageConfig {
    const url = this.text('STORAGE_URL') ?? pathToFileURL(resolve(this.text('LOTSE_DATA_DIR') ?? '.lotse', 'files')).href;
    try {
      parseStorageUrl(url);
    } catch (error) {
      this.faults.push(`STORAGE_URL ${(error as Error).message}`);
    }
    const accessKey = this.text('STORAGE_ACCESS_KEY');
    const secretKey = this.text('STORAGE_SECRET_KEY');
    if ((accessKey === undefined) !== (secretKey === undefined)) {
      this.faults.push('STORAGE_ACCESS_KEY and STORAGE_SECRET_KEY are given both or not at all.');
    }
    const uploadLimit = this.integer('UPLOAD_LIMIT_MB', 50, 1, 2000) * MEGABYTE;
    return { url, accessKey, secretKey, uploadLimit, quota: this.integer('STORAGE_QUOTA_MB', 20_480, 1, 100_000_000) * MEGABYTE };
  }

  /** From LOTSE_SECRET, else from the administrative password, so that one machine needs no second secret. */
  secret(databaseUrl: string): Buffer {
    const given = this.text('LOTSE_SECRET');
    if (given !== undefined && given.length < 16) this.faults.push('LOTSE_SECRET must have at least 16 characters.');
    const password = URL.canParse(databaseUrl) ? decodeURIComponent(new URL(databaseUrl).password) : '';
    if (given === undefined && databaseUrl && !password) this.faults.push('LOTSE_SECRET is missing, and DATABASE_URL has no password.');
    return Buffer.from(hkdfSync('sha256', given ?? password, 'lotse', 'application secret', 32));
  }

  private fault<T>(text: string, fallback: T): T {
    this.faults.push(text);
    return fallback;
  }
}
