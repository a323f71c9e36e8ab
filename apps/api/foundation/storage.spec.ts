import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { Logger } from '@nestjs/common';
import { Storage, type StorageConfig } from '@lotse/shared/api';
import { testConfig } from '@lotse/shared/testing';
import { S3Peer } from './s3-peer';

const LIMIT = 64 * 1024;
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const pdf = (note: string) => Buffer.from(`%PDF-1.7\n% ${note}\n%%EOF\n`);
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082', 'hex'),
]);
const of = (content: Buffer) => Readable.from([content]);
const failing = async (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: Error) => error,
  );

interface Place {
  storage: Storage;
  /** Names of what is kept. */
  names: () => Promise<string[]>;
  /** What arrived by halves. */
  incoming: () => Promise<string[]>;
  close: () => Promise<unknown>;
}

function storageOf(storage: Partial<StorageConfig>): Storage {
  return new Storage({ ...testConfig(), storage: { url: '', uploadLimit: LIMIT, quota: 100 * LIMIT, ...storage } });
}

async function onDisk(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-storage-'));
  const files = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return {
    storage: storageOf({ url: pathToFileURL(folder).href }),
    names: async () => (await files()).filter(({ parentPath }) => !parentPath.endsWith('incoming')).map(({ name }) => name),
    incoming: async () => (await files()).filter(({ parentPath }) => parentPath.endsWith('incoming')).map(({ name }) => name),
    close: () => rm(folder, { recursive: true }),
  };
}

async function inBucket(): Promise<Place> {
  const peer = await S3Peer.listen();
  const storage = storageOf({ url: peer.storageUrl, accessKey: peer.accessKey, secretKey: peer.secretKey });
  return {
    storage,
    names: async () => [...peer.objects.keys()].map((key) => key.slice(key.lastIndexOf('/') + 1)),
    incoming: async () => [],
    close: async () => {
      await storage.onApplicationShutdown();
      await peer.close();
    },
  };
}

beforeAll(() => Logger.overrideLogger(false));

describe.each([
  ['on disk', onDisk],
  ['in a bucket', inBucket],
])('files kept %s', (_, open) => {
  let place: Place;
  beforeEach(async () => (place = await open()));
  afterEach(() => place.close());

  it('are found by the hash of their content, whole', async () => {
    const content = Buffer.concat([pdf('whole'), randomBytes(30_000)]);
    const taken = await place.storage.put(Readable.from([content.subarray(0, 7), content.subarray(7)]), { limit: LIMIT });
    expect(taken).toEqual({ hash: sha256(content), size: content.length, kind: 'PDF' });
    expect(await buffer(await place.storage.open(taken.hash))).toEqual(content);
    expect([await place.storage.has(taken.hash), await place.storage.has(sha256(png))]).toEqual([true, false]);
    expect(await place.storage.isReady()).toBe(true);
  });

  it('are kept once however often they are sent', async () => {
    const [first, second] = await Promise.all([
      place.storage.put(of(pdf('twice')), { limit: LIMIT }),
      place.storage.put(of(pdf('twice')), { limit: LIMIT }),
    ]);
    expect(second).toEqual(first);
    expect(await place.names()).toEqual([first.hash]);
  });

  it('may be as large as the limit, and not a byte larger; more is not even read', async () => {
    const largest = Buffer.concat([pdf('limit'), Buffer.alloc(LIMIT)]).subarray(0, LIMIT);
    expect((await place.storage.put(of(largest), { limit: LIMIT })).size).toBe(LIMIT);
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) yield (sent++, Buffer.alloc(1024));
      })(),
    );
    expect(await failing(place.storage.put(endless, { limit: LIMIT }))).toMatchObject({
      kind: 'tooLarge',
      code: 'file.tooLarge',
      details: { limit: LIMIT },
    });
    expect(sent).toBeLessThan(LIMIT / 1024 + 64);
    expect(endless.destroyed).toBe(false);
    expect(await place.names()).toEqual([sha256(largest)]);
    expect(await place.incoming()).toEqual([]);
  });

  it('leave nothing when the sender hangs up half-way', async () => {
    const stream = new PassThrough();
    const put = failing(place.storage.put(stream, { limit: LIMIT }));
    stream.write(pdf('half'));
    setTimeout(() => stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })), 20);
    expect(await put).toMatchObject({ kind: 'invalid', code: 'request.malformed' });
    expect([await place.names(), await place.incoming()]).toEqual([[], []]);
  });

  it('leave nothing when the sender hangs up before anybody reads', async () => {
    const stream = new PassThrough();
    const put = failing(place.storage.put(stream, { limit: LIMIT }));
    stream.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    expect(await put).toMatchObject({ kind: 'invalid', code: 'request.malformed' });
    expect([await place.names(), await place.incoming()]).toEqual([[], []]);
  });

  it('are of the kind their content says', async () => {
    const kinds = await Promise.all(
      [png, Buffer.from('Grüße aus Langen'), Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65])].map((content) =>
        place.storage.put(of(content), { limit: LIMIT }).then(({ kind }) => kind),
      ),
    );
    expect(kinds).toEqual(['PNG', 'TEXT', 'TEXT']);
  });

  it.each([
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['an archive', Buffer.from('504b0304140000000000', 'hex')],
    ['random bytes', Buffer.concat([Buffer.from([0, 1, 2]), randomBytes(500)])],
  ])('are not %s', async (_, content) => {
    expect(await failing(place.storage.put(of(content), { limit: LIMIT }))).toMatchObject({ kind: 'rule', code: 'file.kindNotAllowed' });
    expect(await place.names()).toEqual([]);
  });

  it('are not empty, and of no kind a place does not take', async () => {
    expect(await failing(place.storage.put(of(Buffer.alloc(0)), { limit: LIMIT }))).toMatchObject({ code: 'file.empty' });
    const refused = await failing(place.storage.put(of(png), { limit: LIMIT, kinds: ['PDF'] }));
    expect(refused).toMatchObject({ code: 'file.kindNotAllowed', details: { kind: 'PNG' } });
  });

  it('are gone when removed, and listed until then', async () => {
    const kept = await Promise.all(['1', '2', '3'].map((note) => place.storage.put(of(pdf(note)), { limit: LIMIT })));
    const listed: string[] = [];
    for await (const { hash } of place.storage.list()) listed.push(hash);
    expect(listed.sort()).toEqual(kept.map(({ hash }) => hash).sort());
    for (const { hash } of kept) await place.storage.remove(hash);
    expect(await place.names()).toEqual([]);
    expect(await failing(place.storage.open(kept[0]?.hash ?? ''))).toMatchObject({ kind: 'unavailable', code: 'file.storageAway' });
  });
});

describe('what a killed program left', () => {
  it('is removed after a while', async () => {
    const place = await onDisk();
    const { hash } = await place.storage.put(of(pdf('kept')), { limit: LIMIT });
    const folder = (place.storage as unknown as { config: { storage: StorageConfig } }).config.storage.url;
    const half = new URL(`${folder}/incoming/half`);
    await writeFile(half, 'half');
    await place.storage.forgetIncoming(new Date(Date.now() - 60_000));
    expect(await place.incoming()).toEqual(['half']);
    await utimes(half, 0, 0);
    await place.storage.forgetIncoming(new Date(Date.now() - 60_000));
    expect([await place.incoming(), await place.names()]).toEqual([[], [hash]]);
    await place.close();
  });
});

describe('a bucket', () => {
  let peer: S3Peer;
  beforeEach(async () => (peer = await S3Peer.listen()));
  afterEach(() => peer.close());

  it('takes nothing from somebody with another secret', async () => {
    const storage = storageOf({ url: peer.storageUrl, accessKey: peer.accessKey, secretKey: 'guessed' });
    expect(await failing(storage.put(of(pdf('x')), { limit: LIMIT }))).toMatchObject({ kind: 'unavailable', code: 'file.storageAway' });
    expect(peer.refusals).toEqual(['SignatureDoesNotMatch']);
    expect([peer.objects.size, await storage.isReady()]).toEqual([0, false]);
  });

  it('is listed page by page', async () => {
    peer.pageSize = 2;
    const storage = storageOf({ url: peer.storageUrl, accessKey: peer.accessKey, secretKey: peer.secretKey });
    for (const note of ['a', 'b', 'c', 'd', 'e']) await storage.put(of(pdf(note)), { limit: LIMIT });
    let listed = 0;
    for await (const { keptAt } of storage.list()) if (keptAt > new Date(Date.now() - 60_000)) listed++;
    expect(listed).toBe(5);
    expect([...peer.objects.keys()].every((key) => /^akten\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  it('that cannot be reached is told as such', async () => {
    const storage = storageOf({ url: peer.storageUrl, accessKey: 'a', secretKey: 'b' });
    await peer.close();
    expect(await storage.isReady()).toBe(false);
    expect(await failing(storage.has(sha256(png)))).toMatchObject({ kind: 'unavailable', code: 'file.storageAway' });
  });
});
