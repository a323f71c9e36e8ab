import type { AccountabilityDto } from '@lotse/cases/contract';
import type { HandoverDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import type { HandoverWorld, MadeCase, Office } from './handover-world';
import { FAULTS, gaps } from './invariants';

/** A small repeatable generator (mulberry32): the same seed gives the same story. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often each operation was answered how, such as `accept 200`. */
export type Tally = Map<string, number>;

/**
 * Plays random operations of random people on a few cases, many at once, and looks after each round whether anything is wrong.
 * Any answer but success and a reasoned refusal is a fault of its own.
 */
export class RandomStory {
  readonly tally: Tally = new Map();
  private readonly handovers: Pick<HandoverDto, 'id' | 'fromOrganisationId' | 'toOrganisationId'>[] = [];

  constructor(
    private readonly world: HandoverWorld,
    private readonly offices: Office[],
    private readonly cases: MadeCase[],
    private readonly random: () => number,
  ) {}

  async play(operations: number, together: number): Promise<void> {
    for (let done = 0; done < operations; done += together) {
      await Promise.all(Array.from({ length: Math.min(together, operations - done) }, () => this.step()));
      const faults = await this.world.sql(FAULTS, [this.cases.map(({ id }) => id)]);
      if (faults.length) throw new Error(`after ${done + together} operations: ${JSON.stringify(faults)}`);
    }
  }

  /** Who held each case, as its owner reads it: without a gap, as long as the case is old, ending with the owner. */
  async accountability(): Promise<string[]> {
    const faults: string[] = [];
    for (const { id } of this.cases) {
      const { owner } = await this.world.truth(id);
      const { body } = await this.world.api.as(this.personOf(owner)).get<AccountabilityDto>(`/cases/${id}/accountability`);
      faults.push(...gaps(id, body, owner));
    }
    return faults;
  }

  private async step(): Promise<void> {
    const theCase = this.pick(this.cases);
    const roll = this.random();
    if (roll < 0.3) return this.offer(theCase);
    if (roll < 0.88) return this.decide();
    if (roll < 0.92) return this.count('expire', this.expire());
    if (roll < 0.97) return this.count('follow-up', this.followUp(await this.somebody(theCase), theCase));
    return this.count('move', this.move(await this.somebody(theCase), theCase));
  }

  /** Mostly somebody of the owner, sometimes anybody. */
  private async somebody(theCase: MadeCase): Promise<TestPerson> {
    const { owner } = await this.world.truth(theCase.id);
    return this.personOf(this.random() < 0.8 ? owner : this.pick(this.offices).organisation.id);
  }

  private async offer(theCase: MadeCase): Promise<void> {
    const kind = this.pick(['TRANSFER', 'TRANSFER', 'CONSULT', 'CO_WORK'] as const);
    const basis = this.pick(['TASK', 'CONSENT'] as const);
    const person = await this.somebody(theCase);
    const { status, body } = await this.world.offer(person, theCase.id, this.pick(this.offices), { kind, basis, preset: 'ALLES_NOETIGE' });
    if (status === 201) this.handovers.push(body);
    this.note(`offer ${kind}`, status, body);
  }

  /** Mostly on the side that may, on a handover that is still fresh. */
  private async decide(): Promise<void> {
    const recent = this.handovers.slice(-this.cases.length * 3);
    if (!recent.length) return;
    const action = this.pick(['accept', 'accept', 'accept', 'decline', 'withdraw', 'return', 'return', 'end', 'end'] as const);
    const { id, fromOrganisationId, toOrganisationId } = this.pick(recent);
    const fits = this.random() < 0.85;
    const person = this.personOf((action === 'withdraw') === fits ? fromOrganisationId : toOrganisationId);
    const { status, body } = await this.world.decide(person, id, action);
    if (action === 'return' && status === 201) this.handovers.push(body);
    this.note(action, status, body);
  }

  private personOf(organisationId: string): TestPerson {
    const office = this.offices.find(({ organisation }) => organisation.id === organisationId) ?? this.pick(this.offices);
    return this.pick([office.officer, office.liaison]);
  }

  private followUp(person: TestPerson, theCase: MadeCase): Promise<unknown> {
    return this.sql(
      person,
      `insert into follow_ups (id, case_id, title, due_on) values (new_id(), $1, 'Nachfassen', today_in_berlin())`,
      theCase,
    );
  }

  private async expire(): Promise<void> {
    if (this.handovers.length) await this.world.overdue(this.pick(this.handovers.slice(-10)).id);
    await this.world.sql('select expire_handovers()');
  }

  private move(person: TestPerson, theCase: MadeCase): Promise<unknown> {
    const [status, outcome] = this.pick([
      ['CLOSED', 'ACHIEVED'],
      ['IN_PROGRESS', null],
      ['IN_PROGRESS', null],
      ['IN_PROGRESS', null],
    ] as const);
    return this.sql(person, `select set_case_status($1, null, '${status}', null, ${outcome ? `'${outcome}'` : 'null'})`, theCase);
  }

  private sql(person: TestPerson, text: string, theCase: MadeCase): Promise<unknown> {
    return this.world.as(person, text, [theCase.id]);
  }

  /** Refusals by rule or policy are part of the story; anything else ends it. */
  private async count(what: string, work: Promise<unknown>): Promise<void> {
    const result = await work.then(
      () => 'done',
      (error: Error & { driverError?: { code?: string } }) => {
        const code = error.driverError?.code ?? '';
        if (!code.startsWith('LT') && code !== '42501') throw error;
        return 'refused';
      },
    );
    this.tally.set(`${what} ${result}`, (this.tally.get(`${what} ${result}`) ?? 0) + 1);
  }

  private note(what: string, status: number, body: unknown): void {
    if (![200, 201, 403, 404, 409, 422].includes(status)) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
    this.tally.set(`${what} ${status}`, (this.tally.get(`${what} ${status}`) ?? 0) + 1);
  }

  private pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.random() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }
}
