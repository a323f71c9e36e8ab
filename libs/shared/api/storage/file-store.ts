import type { Readable } from 'node:stream';

/** A file that is completely here and waits to be kept. */
export interface WaitingFile {
  /** Where its content lies on this machine. */
  path: string;
  /** SHA-256 of the content in hex. */
  hash: string;
  /** Bytes. */
  size: number;
}

export interface StoredFile {
  hash: string;
  /** When it was kept last; keeping the same content again counts. */
  keptAt: Date;
}

/** Keeps files under the hash of their content. What is kept is complete and never changes. */
export interface FileStore {
  /** Folder for what is still arriving; on a disk store the same disk, so that a file is moved in one step. */
  readonly incoming: string;
  /** Takes the waiting file over; it is gone from `path` afterwards or may be removed. */
  keep(file: WaitingFile): Promise<void>;
  /** Undefined when there is none. */
  open(hash: string): Promise<Readable | undefined>;
  /** When it was kept last; undefined when there is none. */
  keptAt(hash: string): Promise<Date | undefined>;
  /** Removing what is not there is no error. */
  remove(hash: string): Promise<void>;
  list(): AsyncIterable<StoredFile>;
  /** Rejects while nothing can be kept or read. */
  check(): Promise<void>;
  close(): void;
}
