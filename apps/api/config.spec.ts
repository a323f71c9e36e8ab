import { ConfigError, readSettings } from './config';

const base = { DATABASE_URL: 'postgres://admin:secret@localhost:5432/lotse' };

describe('what the program is told', () => {
  it('needs nothing but a database', () => {
    expect(readSettings(base)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      demo: false,
      demoPassword: 'lotse-demo',
      smtpUrl: undefined,
      webRoot: undefined,
    });
  });

  it('takes an empty setting as none, and the port into the address', () => {
    expect(readSettings({ ...base, PORT: '4711', PUBLIC_URL: ' ', SMTP_URL: '' })).toMatchObject({
      port: 4711,
      publicUrl: 'http://localhost:4711',
      smtpUrl: undefined,
    });
  });

  it('names every setting that cannot be used, and repeats no password', () => {
    const bad = {
      DATABASE_URL: 'mysql://admin:secret@localhost/x',
      PORT: '70000',
      LOTSE_DEMO: 'yes',
      SMTP_URL: 'user:hunter2@mail',
      WEB_ROOT: '/no/such/folder',
      LOG_LEVEL: 'loud',
    };
    const read = () => readSettings(bad);
    expect(read).toThrow(ConfigError);
    for (const name of Object.keys(bad)) expect(read).toThrow(name);
    expect(read).not.toThrow(/secret|hunter2/);
  });

  it('keeps its secret over restarts, and takes another when told', () => {
    const { secret } = readSettings(base);
    expect(secret).toHaveLength(32);
    expect(readSettings(base).secret).toEqual(secret);
    expect(readSettings({ ...base, LOTSE_SECRET: 'a long enough secret' }).secret).not.toEqual(secret);
    expect(() => readSettings({ DATABASE_URL: 'postgres://admin@localhost/x' })).toThrow('LOTSE_SECRET');
    expect(() => readSettings({ ...base, LOTSE_SECRET: 'short' })).toThrow('LOTSE_SECRET');
  });

  it('keeps files beside the database from npm, or where it is told', () => {
    expect(readSettings({ ...base, LOTSE_DATA_DIR: '/data' }).storage).toEqual({
      url: 'file:///data/files',
      uploadLimit: 52_428_800,
      quota: 21_474_836_480,
    });
    const url = 's3://akten/lotse?endpoint=http%3A%2F%2Fstore%3A9000&forcePathStyle=true';
    const keys = { STORAGE_ACCESS_KEY: 'a', STORAGE_SECRET_KEY: 'b' };
    expect(readSettings({ ...base, STORAGE_URL: url, ...keys }).storage).toMatchObject({ url, accessKey: 'a', secretKey: 'b' });
  });

  it.each([
    [{ STORAGE_URL: 'https://store/files' }, 'STORAGE_URL must be'],
    [{ STORAGE_URL: 'file://elsewhere/files' }, 'STORAGE_URL must be'],
    [{ STORAGE_URL: 's3://key:hunter2@akten' }, 'STORAGE_ACCESS_KEY'],
    [{ STORAGE_URL: 's3://akten?endpiont=http://x' }, 'parameters'],
    [{ STORAGE_URL: 's3://akten?endpoint=store:9000' }, 'endpoint'],
    [{ STORAGE_ACCESS_KEY: 'a' }, 'both'],
    [{ UPLOAD_LIMIT_MB: '0' }, 'UPLOAD_LIMIT_MB'],
    [{ STORAGE_QUOTA_MB: '0' }, 'STORAGE_QUOTA_MB'],
  ])('refuses a storage it cannot use: %j', (settings, told) => {
    const read = () => readSettings({ ...base, ...settings });
    expect(read).toThrow(told);
    expect(read).not.toThrow(/hunter2/);
  });
});
