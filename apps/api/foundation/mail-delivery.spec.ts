import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { MailDelivery, MailModule, MailTemplates } from '@lotse/shared/api';
import { SmtpPeer, type TestApi, testApi, type TestOrganisation } from '@lotse/shared/testing';

interface MailRow {
  state: string;
  attempts: number;
  last_error: string | null;
  sent_at: Date | null;
  wait: number;
}

let peer: SmtpPeer;
let api: TestApi;
let organisation: TestOrganisation;

const withPeer = async (config = {}) => {
  const started = await testApi([MailModule], { config: { smtpUrl: peer.url, publicUrl: 'https://lotse.example', ...config } });
  started.app
    .get(MailTemplates)
    .register('spec', (refId, language) =>
      Promise.resolve(refId === GONE ? undefined : { subject: `Grüße ${language}`, text: `Über ${refId}.\n.\nEnde\n` }),
    );
  return started;
};
const GONE = '0190aaaa-0000-7000-8000-000000000000';

beforeAll(async () => {
  peer = await SmtpPeer.listen();
  api = await withPeer();
  organisation = await api.world.organisation(await api.world.region());
});
afterAll(async () => {
  await api.close();
  await peer.close();
});
beforeEach(async () => {
  await api.world.sql('delete from outgoing_mails');
  peer.received.length = 0;
  peer.refusal = undefined;
});

const enqueue = async (refId: string = randomUUID(), template = 'spec') => {
  const [row] = await api.world.sql<{ id: string }>(`select enqueue_mail($1, $2, $3, 'erika@firma.example', 'de') as id`, [
    template,
    refId,
    organisation.id,
  ]);
  return row?.id as string;
};
const state = async (id: string) => {
  const [row] = await api.world.sql<MailRow>(
    'select state, attempts, last_error, sent_at, extract(epoch from next_attempt_at - now())::float as wait from outgoing_mails where id = $1',
    [id],
  );
  return row as MailRow;
};
/** What became of the mails of this spec so far: state and attempts by id. */
const traces = async (): Promise<Map<string, string>> => {
  const rows = await api.world.sql<{ id: string; trace: string }>(
    `select id, state || attempts as trace from outgoing_mails where organisation_id = $1`,
    [organisation.id],
  );
  return new Map(rows.map(({ id, trace }) => [id, trace]));
};
/** Delivers what is due. @returns how many mails of this spec were handled: others share the database, and queue theirs at any moment */
const deliver = async (from = api): Promise<number> => {
  await api.world.sql(
    `update outgoing_mails set next_attempt_at = now() + interval '1 day' where state = 'QUEUED' and organisation_id <> $1`,
    [organisation.id],
  );
  const before = await traces();
  await from.app.get(MailDelivery).deliverDue();
  return [...(await traces())].filter(([id, trace]) => before.get(id) !== trace).length;
};

it('hands a mail to the server, with an id that recognises a repetition', async () => {
  const refId = randomUUID();
  const id = await enqueue(refId);
  expect(await deliver()).toBe(1);
  expect(peer.received).toHaveLength(1);
  const { from, to, data } = peer.received[0] as (typeof peer.received)[0];
  expect([from, to]).toEqual(['lotse@lotse.example', 'erika@firma.example']);
  expect(data).toContain(`Message-ID: <${id}@lotse.example>`);
  expect(data).toContain('Auto-Submitted: auto-generated');
  expect(data).toMatch(/^Subject: =\?UTF-8\?Q\?Gr=C3=BC=C3=9Fe_de\?=/m);
  expect(data).toContain(`=C3=9Cber ${refId}.`);
  expect(await state(id)).toMatchObject({ state: 'SENT', attempts: 1, last_error: null, sent_at: expect.any(Date) as Date });
  expect(await deliver()).toBe(0);
});

it('tries again later when the server is busy, and gives up after eight attempts', async () => {
  const id = await enqueue();
  peer.refusal = '451 4.3.0 später, erika@firma.example';
  await deliver();
  const first = await state(id);
  expect(first).toMatchObject({ state: 'QUEUED', attempts: 1 });
  expect(first.last_error).toContain('451');
  expect(first.last_error).not.toContain('erika');
  expect(first.wait).toBeGreaterThan(10);
  expect(await deliver()).toBe(0);
  for (let attempt = 2; attempt <= 8; attempt++) {
    await api.world.sql('update outgoing_mails set next_attempt_at = now() where id = $1', [id]);
    await deliver();
  }
  expect(await state(id)).toMatchObject({ state: 'FAILED', attempts: 8 });
});

it('believes a server that refuses for good', async () => {
  const id = await enqueue();
  peer.refusal = '550 5.1.1 no such person';
  await deliver();
  expect(await state(id)).toMatchObject({ state: 'FAILED', attempts: 1 });
});

it('drops what has lost its occasion, and keeps what nobody can write', async () => {
  const gone = await enqueue(GONE);
  const unknown = await enqueue(randomUUID(), 'nobody');
  await deliver();
  expect((await state(gone)).state).toBe('OBSOLETE');
  expect((await state(unknown)).state).toBe('QUEUED');
  expect(peer.received).toEqual([]);
});

it('sends each mail once, also when two programs deliver', async () => {
  const other = await withPeer();
  try {
    const ids = await Promise.all(Array.from({ length: 12 }, () => enqueue()));
    await Promise.all([deliver(), deliver(other), deliver()]);
    expect(peer.received.map(({ data }) => /<(.*)@lotse/.exec(/Message-ID: (.*)/.exec(data)?.[1] ?? '')?.[1]).sort()).toEqual(
      [...ids].sort(),
    );
  } finally {
    await other.close();
  }
});

it('takes up a mail again that a program died with', async () => {
  const id = await enqueue();
  await api.world.sql(
    `update outgoing_mails set state = 'SENDING', attempts = 1, leased_until = now() + interval '30 seconds' where id = $1`,
    [id],
  );
  expect(await deliver()).toBe(0);
  await api.world.sql(`update outgoing_mails set leased_until = now() - interval '1 second' where id = $1`, [id]);
  expect(await deliver()).toBe(1);
  expect(await state(id)).toMatchObject({ state: 'SENT', attempts: 2 });
});

it('holds everything while there is no mail server', async () => {
  const without = await withPeer({ smtpUrl: undefined });
  try {
    const id = await enqueue();
    await deliver(without);
    expect((await state(id)).state).toBe('HELD');
    expect(await deliver()).toBe(0);
  } finally {
    await without.close();
  }
});

it('sends at once when a mail is put in', async () => {
  const awake = await withPeer({ backgroundWork: true });
  try {
    const id = await enqueue();
    for (let i = 0; i < 200 && (await state(id)).state !== 'SENT'; i++) await sleep(50);
    expect((await state(id)).state).toBe('SENT');
  } finally {
    await awake.close();
  }
});
