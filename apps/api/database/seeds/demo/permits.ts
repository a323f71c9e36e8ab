import { addWorkingDays, berlinDay, startOfBerlinDay, type IsoDate } from '@lotse/shared/contract';
import { USUAL_DOCUMENTS, type PermitEventKind, type ProcedureType } from '@lotse/permits/contract';
import { Random } from './random';
import type { CaseStory } from './story';

const SEED = 20_260_601;
const TYPES: readonly (readonly [ProcedureType, number])[] = [
  ['SIMPLIFIED_BUILDING_PERMIT', 6],
  ['FULL_BUILDING_PERMIT', 3],
  ['CHANGE_OF_USE', 3],
  ['TRADE_LICENCE', 1],
  ['IMMISSION', 1],
];
const AGENCIES = ['Untere Wasserbehörde', 'Brandschutzdienststelle', 'Untere Naturschutzbehörde', 'Straßenverkehrsbehörde'];
const WITH_CONSENT: readonly ProcedureType[] = [
  'SIMPLIFIED_BUILDING_PERMIT',
  'FULL_BUILDING_PERMIT',
  'CHANGE_OF_USE',
  'PRELIMINARY_ENQUIRY',
];

interface Happening {
  kind: PermitEventKind;
  on: IsoDate;
  items?: string[];
  agency?: string;
  outcome?: string;
  reason?: string;
}

/**
 * Procedures of cases that have to do with building, with what happened in them up to today. Chance has a source of its own, so that the
 * rest of the demonstration stays as it is.
 */
export function addPermits(stories: readonly CaseStory[]): void {
  const random = new Random(SEED);
  for (const story of stories) {
    if (story.confidential || !(story.type === 'PERMIT' || (story.type === 'EXPANSION' && random.chance(0.5)))) continue;
    const from = addWorkingDays(berlinDay(story.createdAt), random.between(2, 12), { state: 'HE' });
    const first = random.chance(0.2) ? new Procedure(story, random, 'PRELIMINARY_ENQUIRY', from, []).write() : undefined;
    if (first && !first.closedOn) continue;
    const start = first?.closedOn ? addWorkingDays(first.closedOn, random.between(5, 20), { state: 'HE' }) : from;
    new Procedure(story, random, random.weighted(TYPES), start, first ? [first.id] : []).write();
  }
}

/** One procedure as it went. */
class Procedure {
  readonly id: string;
  readonly events: Happening[] = [];
  private readonly today: IsoDate;
  private readonly openedAt: Date;

  constructor(
    private readonly story: CaseStory,
    private readonly random: Random,
    private readonly type: ProcedureType,
    private readonly from: IsoDate,
    private readonly dependsOn: string[],
  ) {
    this.today = berlinDay(story.world.now);
    this.openedAt = this.instant(from < this.today ? from : this.today);
    this.id = random.id(this.openedAt);
    this.live();
  }

  get closedOn(): IsoDate | null {
    return this.events.find(({ kind }) => kind === 'DECIDED' || kind === 'WITHDRAWN')?.on ?? null;
  }

  write(): this {
    const { story, id } = this;
    const { tables, partners } = story.world;
    const home = partners.find((partner) => partner.kind === 'DISTRICT' && partner.regionId === story.owner.regionId);
    tables.add('permit_procedures', {
      id,
      case_id: story.id,
      type: this.type,
      title: null,
      authority: `Bauaufsicht ${home?.name ?? ''}`.trim(),
      authority_org: home?.id ?? null,
      file_number: `BA-${this.from.slice(0, 4)}-${this.random.between(1000, 9999)}`,
      agencies: this.events.flatMap(({ agency, kind }) => (agency && kind === 'REFERRED_TO_AGENCY' ? [agency] : [])),
      ags: story.company.partner.ags ?? null,
      municipality_is_authority: false,
      plot_area: this.random.chance(0.08) ? 'OUTER' : 'INNER',
      depends_on: this.dependsOn,
      expected_documents: USUAL_DOCUMENTS[this.type],
      closed_on: this.closedOn,
      closed_at: this.closedOn ? this.instant(this.closedOn) : null,
      version: 1 + this.events.length,
      created_by: story.officer.id,
      created_at: this.openedAt,
    });
    this.tell('permit.created', berlinDay(this.openedAt), {});
    for (const event of this.events) this.writeEvent(event);
    return this;
  }

  private live(): void {
    const { random } = this;
    const documents = USUAL_DOCUMENTS[this.type];
    let day = this.from;
    if (!this.happen('RECEIVED', day)) return;
    if (WITH_CONSENT.includes(this.type) && random.chance(0.7)) this.consent(addWorkingDays(day, 3, { state: 'HE' }));
    if (random.chance(0.6)) {
      const items = [...new Set([random.pick(documents), random.pick(documents)])];
      day = this.later(day, 4, 9);
      if (!this.happen('DOCUMENTS_REQUESTED', day, { items })) return;
      day = this.later(day, 4, 22);
      if (!this.happen('DOCUMENTS_RECEIVED', day, { items })) return;
    }
    day = this.later(day, 1, 4);
    if (!this.happen('COMPLETENESS_CONFIRMED', day)) return;
    if (random.chance(0.5)) this.agency(this.later(day, 1, 3));
    let left = random.between(14, 44);
    if (random.chance(0.35)) {
      const used = random.between(3, 12);
      const items = [random.pick(['Brandschutznachweis, Ergänzung', 'Entwässerungsplan', 'Nachweis der Stellplätze'])];
      day = addWorkingDays(day, used, { state: 'HE' });
      if (!this.happen('DOCUMENTS_REQUESTED', day, { items })) return;
      day = this.later(day, 3, 14);
      if (!this.happen('DOCUMENTS_RECEIVED', day, { items })) return;
      left -= used;
    }
    day = addWorkingDays(day, Math.max(5, left), { state: 'HE' });
    if (random.chance(0.06)) this.happen('WITHDRAWN', day);
    else this.happen('DECIDED', day, { outcome: random.chance(0.93) ? 'GRANTED' : 'REFUSED' });
  }

  private consent(on: IsoDate): void {
    if (!this.happen('CONSENT_REQUESTED', on)) return;
    this.happen(this.random.chance(0.95) ? 'CONSENT_GIVEN' : 'CONSENT_REFUSED', this.later(on, 14, 36));
  }

  private agency(on: IsoDate): void {
    const agency = this.random.pick(AGENCIES);
    if (this.happen('REFERRED_TO_AGENCY', on, { agency })) this.happen('AGENCY_ANSWERED', this.later(on, 8, 20), { agency });
  }

  private later(day: IsoDate, from: number, to: number): IsoDate {
    return addWorkingDays(day, this.random.between(from, to), { state: 'HE' });
  }

  /** False when the present is reached: it has not happened. */
  private happen(kind: PermitEventKind, on: IsoDate, more: Partial<Happening> = {}): boolean {
    if (on > this.today) return false;
    this.events.push({ kind, on, ...more });
    return true;
  }

  private writeEvent({ kind, on, items, agency, outcome, reason }: Happening): void {
    const { tables } = this.story.world;
    const told = this.tell('permit.event', on, {
      eventKind: kind,
      on,
      ...(items && { items }),
      ...(agency && { agency }),
      ...(outcome && { outcome }),
    });
    tables.add('permit_events', {
      id: this.random.id(this.instant(on)),
      procedure_id: this.id,
      kind,
      occurred_on: on,
      items: items ?? null,
      reason: reason ?? null,
      agency: agency ?? null,
      outcome: outcome ?? null,
      is_imported: false,
      timeline_event: told,
      by_user: this.story.officer.id,
      by_org: this.story.owner.id,
      by_name: this.story.officer.name,
      recorded_at: this.instant(on),
    });
  }

  private tell(kind: string, on: IsoDate, data: Record<string, unknown>): string {
    const id = this.random.id(this.instant(on));
    this.story.world.tables.add('timeline_events', {
      id,
      case_id: this.story.id,
      section: 'PERMITS',
      kind,
      parties: null,
      by_user: this.story.officer.id,
      by_org: this.story.owner.id,
      by_name: this.story.officer.name,
      occurred_on: on,
      recorded_at: this.instant(on),
      changes: [],
      data: { procedureId: this.id, procedureType: this.type, ...data },
    });
    return id;
  }

  /** Ten in the morning, or the present where that is still to come. */
  private instant(on: IsoDate): Date {
    const at = new Date(Date.parse(startOfBerlinDay(on)) + 10 * 3_600_000);
    const { now } = this.story.world;
    return at < now ? at : new Date(now.getTime() - 120_000);
  }
}
