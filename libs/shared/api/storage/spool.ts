import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DomainError } from '../errors/domain-error';
import { TextSniffer } from './text-sniffer';

/** A file of more than so many bytes is not taken. */
export function tooLarge(limit: number): DomainError {
  return new DomainError('tooLarge', 'file.tooLarge', { limit, megabytes: Math.round(limit / 104_857.6) / 10 });
}

export interface Spooled {
  hash: string;
  size: number;
  isText: boolean;
}

/**
 * Writes what arrives to a new file and has it on the disk before it says what it was. Stops at the first byte beyond `limit`;
 * the stream is left as it is then, so that a refusal can still be answered on its connection.
 */
export async function spool(stream: Readable, path: string, limit: number): Promise<Spooled> {
  const hash = createHash('sha256');
  const sniffer = new TextSniffer();
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      if (size > limit) throw tooLarge(limit);
      hash.update(bytes);
      sniffer.add(bytes);
      await file.writeFile(bytes);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size, isText: sniffer.isText() };
}
