import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { FileStore, StoredFile, WaitingFile } from './file-store';
import type { StorageTarget } from './storage-target';

export interface S3Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

const nothing = (): void => undefined;
/** What goes wrong is told by `Storage`; the library would write addresses and headers. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 60_000 };

/**
 * Files in a bucket of any service that speaks Amazon's S3. Every upload is one request that names the hash of its content, which
 * the service checks: what is kept is complete and is what we sent.
 */
export class S3Store implements FileStore {
  readonly incoming = join(tmpdir(), 'lotse-incoming');
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  /** @param keys without them those the machine has (`AWS_…`, role of the instance) */
  constructor(target: Extract<StorageTarget, { type: 's3' }>, keys?: S3Keys) {
    this.#bucket = target.bucket;
    this.#prefix = target.prefix === '' ? '' : `${target.prefix}/`;
    this.#client = new S3Client({
      region: target.region,
      endpoint: target.endpoint,
      forcePathStyle: target.forcePathStyle,
      credentials: keys,
      requestHandler: PATIENCE,
      logger: SILENT,
      maxAttempts: 3,
      // Newer checksums come as trailers, which many compatible services do not read. The hash below covers all of the content.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async keep({ path, hash, size }: WaitingFile): Promise<void> {
    const command = new PutObjectCommand({ ...this.#at(hash), Body: createReadStream(path), ContentLength: size });
    command.middlewareStack.add(
      (next) => (args) => {
        (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = hash;
        return next(args);
      },
      { step: 'build', name: 'nameContentHash' },
    );
    await this.#client.send(command);
  }

  async open(hash: string): Promise<Readable | undefined> {
    const answer = await this.#client.send(new GetObjectCommand(this.#at(hash))).catch(absent);
    return answer?.Body as Readable | undefined;
  }

  async keptAt(hash: string): Promise<Date | undefined> {
    return (await this.#client.send(new HeadObjectCommand(this.#at(hash))).catch(absent))?.LastModified;
  }

  async remove(hash: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(hash)));
  }

  async *list(): AsyncIterable<StoredFile> {
    let token: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: this.#prefix, ContinuationToken: token }),
      );
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key && LastModified) yield { hash: Key.slice(Key.lastIndexOf('/') + 1), keptAt: LastModified };
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async check(): Promise<void> {
    await this.#client.send(new HeadBucketCommand({ Bucket: this.#bucket }));
  }

  close(): void {
    this.#client.destroy();
  }

  #at(hash: string): { Bucket: string; Key: string } {
    return { Bucket: this.#bucket, Key: `${this.#prefix}${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}` };
  }
}

function absent(error: unknown): undefined {
  if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
}
