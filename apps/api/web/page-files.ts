import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

type Encoding = 'br' | 'gzip' | 'identity';

const compressible = new Set(['.js', '.mjs', '.css', '.html', '.json', '.svg', '.txt', '.webmanifest', '.map']);
/** The builder writes a hash of the content into the names of its files: `chunk-B-ZAygme.js`. Words have no capitals or digits. */
const hashed = /-(?=[\w-]*[A-Z0-9])[\w-]{8}\.[a-z0-9]+$/;

const compress: Record<Encoding, (data: Buffer) => Promise<Buffer>> = {
  br: (data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (data) => promisify(gzip)(data),
  identity: (data) => Promise.resolve(data),
};

/** The files of the built pages, listed once: what is not in the list cannot be asked for, whatever the path says. */
export class PageFiles {
  private constructor(private readonly files: ReadonlyMap<string, PageFile>) {}

  static async in(folder: string): Promise<PageFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new PageFiles(
      new Map(
        paths
          .map((path) => [path.slice(folder.length).split(sep).join('/'), new PageFile(path)] as const)
          .filter(([name]) => name !== '/index.html'),
      ),
    );
  }

  find(path: string): PageFile | undefined {
    return this.files.get(path);
  }
}

/** One file, compressed when first asked for and kept: all files together are a few megabytes. */
class PageFile {
  readonly #bodies = new Map<Encoding, Promise<Buffer>>();

  constructor(private readonly path: string) {}

  /** Sends the file; false when it is no longer there, since the pages were built again while the program runs. */
  async send(request: Request, response: Response): Promise<boolean> {
    const extension = extname(this.path);
    const wanted = compressible.has(extension) ? request.acceptsEncodings('br', 'gzip', 'identity') : 'identity';
    const encoding: Encoding = wanted === 'br' || wanted === 'gzip' ? wanted : 'identity';
    const body = await this.#body(encoding).catch(orMissing);
    if (!body) return false;
    response.setHeader('Cache-Control', hashed.test(this.path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('ETag', `"${createHash('sha256').update(body).digest('base64url')}"`);
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.type(extension).send(body);
    return true;
  }

  #body(encoding: Encoding): Promise<Buffer> {
    let body = this.#bodies.get(encoding);
    if (!body) {
      body = readFile(this.path).then(compress[encoding]);
      body.catch(() => this.#bodies.delete(encoding));
      this.#bodies.set(encoding, body);
    }
    return body;
  }
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
