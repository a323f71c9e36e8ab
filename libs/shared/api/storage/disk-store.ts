import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStore, StoredFile, WaitingFile } from './file-store';

const PRIVATE = 0o700;

/** Files below a folder: `ab/cd/<hash>`. A name stands there only when all of the content is on the disk. */
export class DiskStore implements FileStore {
  readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = join(folder, 'incoming');
  }

  async keep({ path, hash }: WaitingFile): Promise<void> {
    const place = this.#place(hash);
    if (await this.keptAt(hash)) {
      const now = new Date();
      await utimes(place, now, now);
      return;
    }
    await mkdir(dirname(place), { recursive: true, mode: PRIVATE });
    await rename(path, place);
    for (let at = dirname(place); at.length >= this.folder.length; at = dirname(at)) await syncFolder(at);
  }

  async open(hash: string): Promise<Readable | undefined> {
    const handle = await open(this.#place(hash)).catch(absent);
    return handle?.createReadStream();
  }

  async keptAt(hash: string): Promise<Date | undefined> {
    return (await stat(this.#place(hash)).catch(absent))?.mtime;
  }

  async remove(hash: string): Promise<void> {
    await rm(this.#place(hash), { force: true });
  }

  async *list(): AsyncIterable<StoredFile> {
    for (const first of await folders(this.folder)) {
      for (const second of await folders(join(this.folder, first))) {
        for (const hash of (await readdir(join(this.folder, first, second)).catch(absent)) ?? []) {
          const keptAt = await this.keptAt(hash);
          if (keptAt) yield { hash, keptAt };
        }
      }
    }
  }

  async check(): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: PRIVATE });
    await access(this.incoming, constants.W_OK | constants.X_OK);
  }

  close(): void {
    // Holds nothing open.
  }

  #place(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

async function folders(path: string): Promise<string[]> {
  return ((await readdir(path).catch(absent)) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name));
}

/** A name is on the disk only once its folder is; some file systems refuse that and need none. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
