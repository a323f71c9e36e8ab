import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Kept {
  content: Buffer;
  changed: Date;
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * An object store for specs: one bucket of Amazon's S3 over a real socket. Recomputes every signature (Signature Version 4) from the
 * request as it arrived, and the hash of every body, and refuses what does not match.
 */
export class S3Peer {
  readonly bucket = 'ablage';
  readonly accessKey = 'peer-access-key';
  readonly secretKey = 'peer-secret-key';
  readonly objects = new Map<string, Kept>();
  /** Codes of the refusals, oldest first. */
  readonly refusals: string[] = [];
  /** Objects on one page of a listing. */
  pageSize = 1000;

  private constructor(private readonly server: Server) {}

  static async listen(): Promise<S3Peer> {
    const server = createServer();
    const peer = new S3Peer(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void peer.answer(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return peer;
  }

  /** As `STORAGE_URL` names it. */
  get storageUrl(): string {
    const endpoint = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return `s3://${this.bucket}/akten?endpoint=${encodeURIComponent(endpoint)}&region=eu-central-1&forcePathStyle=true`;
  }

  close(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', 'http://peer');
    const key = decodeURIComponent(url.pathname).slice(`/${this.bucket}/`.length);
    const refuse = (status: number, code: string) => {
      this.refusals.push(code);
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    };
    if (!this.isSigned(request, url)) return refuse(403, 'SignatureDoesNotMatch');
    if (request.headers['x-amz-content-sha256'] !== sha256(body)) return refuse(400, 'XAmzContentSHA256Mismatch');
    if (!`${url.pathname}/`.startsWith(`/${this.bucket}/`)) return refuse(404, 'NoSuchBucket');
    if (key === '') return request.method === 'HEAD' ? void response.end() : this.listing(url, response);
    if (request.method === 'PUT') {
      this.objects.set(key, { content: body, changed: new Date() });
      return void response.end();
    }
    if (request.method === 'DELETE') {
      this.objects.delete(key);
      return void response.writeHead(204).end();
    }
    const kept = this.objects.get(key);
    if (!kept) return refuse(404, 'NoSuchKey');
    response.writeHead(200, { 'content-length': kept.content.length, 'last-modified': kept.changed.toUTCString() });
    response.end(request.method === 'HEAD' ? undefined : kept.content);
  }

  private listing(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, this.pageSize);
    const entries = page.map((key) => {
      const { changed, content } = this.objects.get(key) as Kept;
      return `<Contents><Key>${key}</Key><LastModified>${changed.toISOString()}</LastModified><Size>${content.length}</Size></Contents>`;
    });
    const next = keys.length > page.length ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
    response.setHeader('content-type', 'application/xml');
    response.end(
      `<?xml version="1.0"?><ListBucketResult><IsTruncated>${next !== ''}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`,
    );
  }

  /** The signature as the sender must have made it: from method, path, query, the signed headers, and the secret only the two know. */
  private isSigned(request: IncomingMessage, url: URL): boolean {
    const pattern =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w{64})$/;
    const [, accessKey, day = '', region = '', signed = '', signature] = pattern.exec(request.headers.authorization ?? '') ?? [];
    const names = signed.split(';');
    if (accessKey !== this.accessKey || !['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return false;
    const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
    const headers = names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('');
    const hash = String(request.headers['x-amz-content-sha256']);
    const canonical = [request.method, url.pathname, query.join('&'), headers, signed, hash].join('\n');
    const time = String(request.headers['x-amz-date']);
    const text = ['AWS4-HMAC-SHA256', time, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n');
    const key = ['s3', 'aws4_request'].reduce<Buffer>(hmac, hmac(hmac(`AWS4${this.secretKey}`, day), region));
    return time.startsWith(day) && hmac(key, text).toString('hex') === signature;
  }
}
