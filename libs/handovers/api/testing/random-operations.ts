import type { HandoverDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import type { HandoverWorld, MadeCase, Office } from './handover-world';

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

/** What must hold at every moment, asked of the database itself; each row it returns is a fault. */
const FAULTS = `
  with mine as (select * from service_cases where id = any ($1::uuid[]))
  select 'two open transfers' as fault, case_id::text as of from handovers where case_id in (select id from mine) and kind = 'TRANSFER'
    and state = 'OFFERED' group by case_id having count(*) > 1
  union all select 'open offer of somebody who is not the owner', h.id::text from handovers h join mine c on c.id = h.case_id
    where h.state = 'OFFERED' and h.from_org <> c.owner_org
  union all select 'share of somebody who is not the owner', h.id::text from handovers h join mine c on c.id = h.case_id
    where h.state = 'ACCEPTED' and h.kind <> 'TRANSFER' and h.from_org <> c.owner_org
  union all select 'owner is not the receiver of the latest transfer', c.id::text from mine c
    where c.owner_org <> coalesce((select h.to_org from handovers h where h.case_id = c.id and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED')
      order by h.decided_at desc, h.id desc limit 1), (select (e.data ->> 'ownerOrganisation')::uuid from timeline_events e
      where e.case_id = c.id and e.kind = 'case.created'))
  union all select 'officer of another organisation', c.id::text from mine c
    where not exists (select from memberships m where m.user_id = c.officer_id and m.organisation_id = c.owner_org)
  union all select 'closed and on offer', c.id::text from mine c join handovers h on h.case_id = c.id
    where c.status = 'CLOSED' and h.kind = 'TRANSFER' and h.state = 'OFFERED'
  union all select 'reader without a reason', c.id::text from mine c, unnest(c.reader_orgs) r
    where r <> c.owner_org and not exists (select from handovers h where h.case_id = c.id and h.to_org = r
      and (h.state = 'OFFERED' or (h.state = 'ACCEPTED' and h.kind <> 'TRANSFER')))
  union all select 'share without a reader', h.id::text from handovers h join mine c on c.id = h.case_id
    where h.state = 'ACCEPTED' and h.kind <> 'TRANSFER' and not c.reader_orgs @> array[h.to_org]
  union all select 'owner who does not read', c.id::text from mine c where not c.reader_orgs @> array[c.owner_org]
  union all select 'former owner without a stub', c.id::text from mine c join handovers h on h.case_id = c.id
    where h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED') and h.from_org <> c.owner_org
      and not exists (select from case_stubs s where s.case_id = c.id and s.organisation_id = h.from_org and s.owner_org = c.owner_org and s.status = c.status)
  union all select 'owner with a stub', c.id::text from mine c join case_stubs s on s.case_id = c.id and s.organisation_id = c.owner_org
  union all select 'open follow-up nobody can do', f.id::text from follow_ups f join mine c on c.id = f.case_id
    where f.done_at is null and not exists (select from case_sections k where k.case_id = c.id and k.section = 'NOTES' and k.contributor_orgs @> array[f.organisation_id])
  union all select 'change without its event', h.id::text from handovers h join mine c on c.id = h.case_id
    where (select count(*) from timeline_events e where e.case_id = c.id and e.data ->> 'handoverId' = h.id::text
      and e.kind in ('handover.offered', 'handover.' || lower(h.state))) <> case h.state when 'OFFERED' then 1 else 2 end
  union all select 'owner changed without its event', c.id::text from mine c
    where (select count(*) from timeline_events e where e.case_id = c.id and e.kind = 'owner.changed')
      <> (select count(*) from handovers h where h.case_id = c.id and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED'))`;

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
      `insert into follow_ups (id, case_id, title, due_on) values (new_id(), $1, 'Nachfassen', current_date)`,
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
