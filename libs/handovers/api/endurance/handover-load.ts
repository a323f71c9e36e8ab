import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HandoverDto } from '@lotse/handovers/contract';
import { type TestAnswer, TestClient, type TestPerson } from '@lotse/shared/testing';
import type { HandoverWorld, MadeCase, Office } from '../testing/handover-world';

const ANSWERED_WITHIN_MS = 90_000;
const ACTIONS = ['accept', 'accept', 'decline', 'withdraw', 'end'] as const;
type Action = (typeof ACTIONS)[number];
type Body = Partial<HandoverDto> & { code?: string; details?: Record<string, unknown> };

/** What the program has answered for good, and to whom. */
export interface Acknowledged {
  action: Action | 'offer';
  person: TestPerson;
  /** Of the offer it is about; an offer whose first answer was lost is found by its note. */
  handoverId: string | undefined;
  /** The Idempotency-Key; an offer carries it as its note. */
  key: string;
  status: number;
  body: Body;
}

/** The work is stored: answered so, or the repetition was told that the first request has been done. */
export const isDone = ({ status, body }: Acknowledged): boolean => status < 300 || body.code === 'request.repeated';

/** People who hand cases to and fro over HTTP and repeat, with the same key, whatever was not answered. */
export class HandoverLoad {
  readonly acknowledged: Acknowledged[] = [];
  /** Requests that got no answer at all, or the answer that something is broken. */
  unanswered = 0;
  private readonly offers: { id: string; from: string; to: string }[] = [];
  private going = true;

  constructor(
    private readonly url: string,
    private readonly world: HandoverWorld,
    private readonly offices: Office[],
    private readonly cases: MadeCase[],
  ) {}

  /** Runs `people` clients side by side until `stop`; resolves when each has its last answer. */
  async run(people: number): Promise<void> {
    await Promise.all(Array.from({ length: people }, () => this.client()));
  }

  stop(): void {
    this.going = false;
  }

  private async client(): Promise<void> {
    while (this.going) await (Math.random() < 0.45 ? this.offer() : this.decide());
  }

  private async offer(): Promise<void> {
    const theCase = pick(this.cases);
    const { owner } = await this.world.truth(theCase.id);
    const key = randomUUID();
    const to = pick(this.offices.filter(({ organisation }) => organisation.id !== owner)).organisation.id;
    const input = { toOrganisationId: to, kind: pick(['TRANSFER', 'TRANSFER', 'CONSULT', 'CO_WORK']), reasonCode: 'CAPACITY', note: key };
    const made = await this.send('offer', this.personOf(owner), undefined, key, `/cases/${theCase.id}/handovers`, {
      ...input,
      preset: 'ALLES_NOETIGE',
    });
    const id = made.body.id ?? (isDone(made) ? await this.idOf(key) : undefined);
    if (id) this.offers.push({ id, from: owner, to });
    made.handoverId = id;
  }

  private async decide(): Promise<void> {
    const recent = this.offers.slice(-2 * this.cases.length);
    if (recent.length === 0) return void (await sleep(20));
    const action = pick(ACTIONS);
    const { id, from, to } = pick(recent);
    const words = action === 'decline' ? { reasonCode: 'NO_CAPACITY', note: 'Leider nicht möglich' } : {};
    await this.send(action, this.personOf(action === 'withdraw' ? from : to), id, randomUUID(), `/handovers/${id}/${action}`, words);
  }

  private async send(
    action: Acknowledged['action'],
    person: TestPerson,
    handoverId: string | undefined,
    key: string,
    path: string,
    input: object,
  ): Promise<Acknowledged> {
    const client = new TestClient(this.url, `lotse=${person.token}`);
    for (const late = Date.now() + ANSWERED_WITHIN_MS; Date.now() < late; await sleep(40 + 60 * Math.random())) {
      const answer = await client
        .post<Body>(path, input, { headers: { 'idempotency-key': key } })
        .catch((): TestAnswer<Body> => ({ status: 0, headers: new Headers(), body: {} }));
      if (answer.status > 0 && answer.status < 500) {
        const acknowledged = { action, person, handoverId, key, status: answer.status, body: answer.body };
        this.acknowledged.push(acknowledged);
        return acknowledged;
      }
      this.unanswered += 1;
    }
    throw new Error(`${path} was never answered`);
  }

  private async idOf(note: string): Promise<string | undefined> {
    return (await this.world.sql<{ id: string }>('select id from handovers where note = $1', [note]))[0]?.id;
  }

  private personOf(organisationId: string): TestPerson {
    const office = this.offices.find(({ organisation }) => organisation.id === organisationId) ?? pick(this.offices);
    return pick([office.officer, office.liaison]);
  }
}

function pick<T>(from: readonly T[]): T {
  const found = from[Math.floor(Math.random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
