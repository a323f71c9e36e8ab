import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountabilityDto } from '@lotse/cases/contract';
import { type SmtpPeer, TestClient } from '@lotse/shared/testing';
import type { HandoverWorld, MadeCase, Office } from '../testing/handover-world';
import { FAULTS, gaps } from '../testing/invariants';
import { type Acknowledged, isDone } from './handover-load';

const EVENT: Record<Acknowledged['action'], string> = {
  offer: 'handover.offered',
  accept: 'handover.accepted',
  decline: 'handover.declined',
  withdraw: 'handover.withdrawn',
  end: 'handover.ended',
};

/** Every answered request against the database: done exactly once with its event, or refused and not done at all. */
export async function unkeptPromises(world: HandoverWorld, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const faults: string[] = [];
  for (const one of acknowledged) {
    const kept = await world.sql<{ n: number }>(
      one.action === 'offer'
        ? `select count(*)::int as n from handovers h join timeline_events e on e.data ->> 'handoverId' = h.id::text and e.kind = $2
           where h.note = $1 and e.by_name = $3`
        : `select count(*)::int as n from timeline_events e where e.data ->> 'handoverId' = $1 and e.kind = $2 and e.by_name = $3`,
      [one.action === 'offer' ? one.key : one.handoverId, EVENT[one.action], one.person.name],
    );
    const times = kept[0]?.n ?? 0;
    if (isDone(one) ? times !== 1 : one.action === 'offer' && times !== 0)
      faults.push(`${one.action} ${one.handoverId ?? one.key} answered ${one.status} ${one.body.code ?? ''}, stored ${times} times`);
    if (one.body.code === 'handover.decided' && !(one.body.details?.['state'] && one.body.details['decidedBy']))
      faults.push(`${one.action} ${one.handoverId ?? ''} was refused without saying who decided`);
  }
  return faults;
}

/** The rules every case obeys, and time in somebody's hands: gapless and as long as the case is old. */
export async function brokenRules(world: HandoverWorld, url: string, offices: Office[], cases: MadeCase[]): Promise<string[]> {
  const faults = (await world.sql(FAULTS, [cases.map(({ id }) => id)])).map((row) => JSON.stringify(row));
  for (const { id } of cases) {
    const { owner } = await world.truth(id);
    const office = offices.find(({ organisation }) => organisation.id === owner);
    const { body } = await new TestClient(url, `lotse=${office?.officer.token}`).get<AccountabilityDto>(`/cases/${id}/accountability`);
    faults.push(...gaps(id, body, owner));
  }
  return faults;
}

/** Returns once nothing is left to send. A mail the killed program had taken comes back after a minute: the clock is put forward. */
export async function outboxEmpty(world: HandoverWorld): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    await world.sql(
      `update outgoing_mails set leased_until = now() - interval '1 second' where state = 'SENDING' and leased_until < now() + interval '55 seconds'`,
    );
    await world.sql(
      `update outgoing_mails set next_attempt_at = now() where state in ('QUEUED', 'SENDING') and (leased_until is null or leased_until < now())`,
    );
    await world.sql(`select pg_notify('lotse_mail', '')`);
    await sleep(150);
    const [row] = await world.sql<{ n: number }>(`select count(*)::int as n from outgoing_mails where state in ('QUEUED', 'SENDING')`);
    if (row?.n === 0) return;
  }
  throw new Error('the outbox does not empty');
}

interface MailRow {
  id: string;
  state: string;
  template: string;
  recipient: string;
  link: string;
}

/** Every mail that had to be written was, once; every one not overtaken arrived; and what arrived twice has the same Message-ID. */
export async function lostMails(world: HandoverWorld, peer: SmtpPeer): Promise<string[]> {
  const rows = await world.sql<MailRow>(`select id, state, template, recipient, ref_id as link from outgoing_mails`);
  const arrived = new Map<string, number>();
  for (const { data } of peer.received) {
    const id = /^Message-ID: <([^@]+)@/im.exec(data)?.[1] ?? 'none';
    arrived.set(id, (arrived.get(id) ?? 0) + 1);
  }
  const missing = await world.sql<{ id: string; state: string }>(
    `select h.id, h.state from handovers h where not exists (select from outgoing_mails m where m.ref_id = h.id and m.template = 'handover.offered')
       or (h.state in ('ACCEPTED', 'DECLINED') and not exists (select from outgoing_mails m where m.ref_id = h.id and m.template = 'handover.' || lower(h.state)))`,
  );
  const twice = await world.sql<{ ref: string }>(
    `select ref_id as ref from outgoing_mails group by template, ref_id, recipient having count(*) > 1`,
  );
  const known = new Set(rows.map(({ id }) => id));
  return [
    ...missing.map(({ id, state }) => `${state} ${id} has no mail`),
    ...twice.map(({ ref }) => `two mails of one kind about ${ref}`),
    ...rows.filter(({ state, id }) => state === 'SENT' && !arrived.has(id)).map(({ id }) => `${id} is noted as sent and did not arrive`),
    ...rows
      .filter(({ state, template }) => state !== 'SENT' && !(state === 'OBSOLETE' && template === 'handover.offered'))
      .map(({ id, state, template }) => `${template} ${id} is ${state}`),
    ...[...arrived.keys()].filter((id) => !known.has(id)).map((id) => `${id} arrived, but nobody wrote it`),
  ];
}
