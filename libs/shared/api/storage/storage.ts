import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { FileKind } from '@lotse/shared/contract';
import { AppConfig } from '../config';
import { DomainError } from '../errors/domain-error';
import { DiskStore } from './disk-store';
import { kindOfFile } from './file-kind';
import type { FileStore, StoredFile } from './file-store';
import { spool, tooLarge } from './spool';
import { parseStorageUrl } from './storage-target';

/** A file that was taken: what to write down of it (`StoredFiles.keep`). */
export interface TakenFile {
  /** SHA-256 of the content in hex; the same content has the same hash wherever it came from. */
  hash: string;
  /** Bytes. */
  size: number;
  kind: FileKind;
}

export interface PutOptions {
  /** Most bytes. */
  limit: number;
  /** Bytes the sender says there are; what is too large by its own word is not read at all. */
  announced?: number;
  /** Kinds this place takes; all that are known unless said otherwise. */
  kinds?: readonly FileKind[];
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Files by the hash of their content, on disk or in an S3-compatible store (`STORAGE_URL`). Keep a file first, then write down who
 * it belongs to in a transaction: a file nobody names is removed after a day, a row without its file would be a loss.
 */
@Injectable()
export class Storage {
  readonly #log = new Logger('Storage');
  #store: Promise<FileStore> | undefined;

  constructor(private readonly config: AppConfig) {}

  /**
   * Takes all of a stream. Nothing can be seen or read of it before it is complete and on the disk.
   * @throws DomainError 413 `file.tooLarge` (`details.limit` in bytes), 422 `file.empty`, 422 `file.kindNotAllowed`,
   *   503 `file.storageAway`
   */
  async put(stream: Readable, { limit, announced = 0, kinds }: PutOptions): Promise<TakenFile> {
    if (announced > limit) throw tooLarge(limit);
    stream.on('error', () => undefined); // the sender may hang up before anybody reads: reading then says so
    const store = await this.#reach((store) => mkdir(store.incoming, { recursive: true, mode: 0o700 }).then(() => store));
    const path = join(store.incoming, randomUUID());
    try {
      const { hash, size, isText } = await spool(stream, path, limit).catch((error: unknown) => this.#refuse(error, stream));
      if (size === 0) throw new DomainError('rule', 'file.empty');
      const kind = await kindOfFile(path, isText);
      if (!kind || (kinds && !kinds.includes(kind))) throw new DomainError('rule', 'file.kindNotAllowed', { ...(kind && { kind }) });
      await this.#reach(() => store.keep({ path, hash, size }));
      return { hash, size, kind };
    } finally {
      await rm(path, { force: true });
    }
  }

  /** The content from its beginning. @throws DomainError 503 `file.storageAway` also when there is none: it should be there */
  async open(hash: string): Promise<Readable> {
    const stream = await this.#reach((store) => store.open(checked(hash)));
    if (stream) return stream;
    this.#log.error(`the file ${hash} is missing in the storage`);
    throw new DomainError('unavailable', 'file.storageAway');
  }

  async has(hash: string): Promise<boolean> {
    return (await this.keptAt(hash)) !== undefined;
  }

  /** When this content was kept last; undefined when there is none. */
  keptAt(hash: string): Promise<Date | undefined> {
    return this.#reach((store) => store.keptAt(checked(hash)));
  }

  remove(hash: string): Promise<void> {
    return this.#reach((store) => store.remove(checked(hash)));
  }

  async *list(): AsyncIterable<StoredFile> {
    const store = await this.#opened();
    for await (const file of store.list()) if (HASH.test(file.hash)) yield file;
  }

  /** Removes what arrived by halves before this moment, when a program was killed. */
  async forgetIncoming(before: Date): Promise<void> {
    const { incoming } = await this.#opened();
    for (const name of await readdir(incoming).catch(() => [])) {
      const path = join(incoming, name);
      const facts = await stat(path).catch(() => undefined);
      if (facts && facts.mtime < before) await rm(path, { force: true });
    }
  }

  /** Whether files can be kept and read right now. */
  async isReady(): Promise<boolean> {
    return this.#reach((store) => store.check()).then(
      () => true,
      () => false,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.#store?.catch(() => undefined))?.close();
  }

  #opened(): Promise<FileStore> {
    return (this.#store ??= this.#create());
  }

  async #create(): Promise<FileStore> {
    const { url, accessKey, secretKey } = this.config.storage;
    const target = parseStorageUrl(url);
    if (target.type === 'disk') return new DiskStore(target.folder);
    const { S3Store } = await import('./s3-store'); // half a second of loading that most installations never need
    return new S3Store(target, accessKey === undefined ? undefined : { accessKeyId: accessKey, secretAccessKey: secretKey ?? '' });
  }

  async #reach<T>(work: (store: FileStore) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#opened());
    } catch (error) {
      throw this.#away(error);
    }
  }

  /** A sender who hangs up is no fault of ours; a full disk is. */
  #refuse(error: unknown, stream: Readable): never {
    if (error instanceof DomainError) throw error;
    if (stream.errored || stream.destroyed) throw new DomainError('invalid', 'request.malformed');
    throw this.#away(error);
  }

  #away(error: unknown): DomainError {
    const { name, code } = error as { name?: string; code?: string };
    this.#log.error(`the storage refuses: ${[name, code].filter(Boolean).join(' ')}`);
    return new DomainError('unavailable', 'file.storageAway', { retryAfter: 30 });
  }
}

function checked(hash: string): string {
  if (!HASH.test(hash)) throw new Error('not the hash of a file');
  return hash;
}
