import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where files are kept, as `STORAGE_URL` says it. */
export type StorageTarget =
  | { type: 'disk'; folder: string }
  | {
      type: 's3';
      bucket: string;
      /** Before every key, without slashes at its ends; empty for none. */
      prefix: string;
      /** Address of an S3-compatible service; without it that of Amazon. */
      endpoint: string | undefined;
      region: string;
      /** `https://host/bucket/key` instead of `https://bucket.host/key`. */
      forcePathStyle: boolean;
    };

const PARAMETERS = ['endpoint', 'region', 'forcePathStyle'];

/**
 * Reads `file:///folder` or `s3://bucket/prefix?endpoint=…&region=…&forcePathStyle=true`.
 * @throws Error with what is expected, never with the address itself
 */
export function parseStorageUrl(text: string): StorageTarget {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'file:' && url.host === '' && isAbsolute(fileURLToPath(url)) && url.pathname.length > 1) {
    return { type: 'disk', folder: fileURLToPath(url) };
  }
  if (url?.protocol !== 's3:' || !url.hostname) throw new Error('must be file:///folder or s3://bucket/prefix.');
  if (url.username || url.password) throw new Error('holds credentials; they belong into STORAGE_ACCESS_KEY and STORAGE_SECRET_KEY.');
  const unknown = [...url.searchParams.keys()].find((name) => !PARAMETERS.includes(name));
  if (unknown !== undefined) throw new Error(`knows the parameters ${PARAMETERS.join(', ')} only.`);
  const endpoint = url.searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    throw new Error('has an endpoint that is no http or https address.');
  }
  return {
    type: 's3',
    bucket: url.hostname,
    prefix: decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, ''),
    endpoint,
    region: url.searchParams.get('region') ?? 'us-east-1',
    forcePathStyle: url.searchParams.get('forcePathStyle') === 'true',
  };
}
