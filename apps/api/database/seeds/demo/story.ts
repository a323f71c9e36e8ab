import { contactOf } from './companies';
import { NEXT_STEPS } from './names';
import { DAY, type DemoCompany, isoDate, type Partner, type Person, workingDay, type World } from './world';

export type CaseState = 'NEW' | 'IN_PROGRESS' | 'WAITING' | 'CLOSED';
const SECTIONS = ['MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS', 'FEEDBACK'] as const;

interface Share {
  organisation: Partner;
  sourceId: string;
  sections: string[];
  contribute: boolean;
}

export interface Change {
  field: string;
  old: unknown;
  new: unknown;
}

/** One case as it was lived: every step writes its event, and the end state follows from the steps. */
export class CaseStory {
  readonly id: string;
  readonly fileNumber: string;
  owner: Partner;
  officer: Person;
  status: CaseState = 'NEW';
  waitingFor: string | null = null;
  outcome: string | null = null;
  closedAt: Date | null = null;
  version = 1;
  at: Date;
  private nextStep: string | null = null;
  private nextStepOn: string | null = null;
  /** A transfer waits to be decided right now: such a case is not closed. */
  isOnOffer = false;
  /** What the company will answer after the closing: a grade, or null for nothing; undefined leaves it to chance. */
  grade: number | null | undefined;
  private readonly shares: Share[] = [];
  private readonly stubs = new Map<Partner, Date>();
  private readonly events: Record<string, unknown>[] = [];

  constructor(
    readonly world: World,
    readonly company: DemoCompany,
    readonly type: string,
    readonly title: string,
    readonly details: Record<string, unknown>,
    readonly confidential: boolean,
    readonly createdAt: Date,
    owner: Partner,
    fileNumber: (partner: Partner, year: number) => string,
  ) {
    this.id = world.random.id(createdAt);
    this.owner = owner;
    this.at = createdAt;
    this.officer = owner.people[world.random.chance(0.7) ? 'OFFICER' : 'LIAISON'] as Person;
    this.fileNumber = fileNumber(owner, createdAt.getUTCFullYear());
    this.event('MASTER', 'case.created', [], { type, title, ownerOrganisation: owner.id });
  }

  /** Moves the clock; false when the present is reached, then the story stays as it is. */
  advance(to: Date): boolean {
    if (to >= this.world.now || to <= this.at) return false;
    this.at = to;
    return true;
  }

  event(
    section: string,
    kind: string,
    changes: Change[],
    data: Record<string, unknown>,
    by?: { person: Person | null; partner: Partner; parties?: Partner[] },
  ): void {
    this.events.push({
      id: this.world.random.id(this.at),
      case_id: this.id,
      section,
      kind,
      parties: by?.parties?.map((partner) => partner.id) ?? null,
      by_user: by ? (by.person?.id ?? null) : this.officer.id,
      by_org: by?.partner.id ?? this.owner.id,
      by_name: by ? (by.person?.name ?? 'Lotse') : this.officer.name,
      occurred_on: isoDate(this.at),
      recorded_at: this.at,
      changes,
      data,
    });
  }

  move(status: CaseState, more: { waitingFor?: string; outcome?: string } = {}): void {
    const changes: Change[] = [
      { field: 'status', old: this.status, new: status },
      { field: 'waitingFor', old: this.waitingFor, new: more.waitingFor ?? null },
      { field: 'outcome', old: this.outcome, new: more.outcome ?? null },
    ].filter((change) => change.old !== change.new);
    const kind = status === 'CLOSED' ? 'case.closed' : this.status === 'CLOSED' ? 'case.reopened' : 'status.changed';
    this.status = status;
    this.waitingFor = more.waitingFor ?? null;
    this.outcome = more.outcome ?? null;
    this.closedAt = status === 'CLOSED' ? this.at : null;
    this.version++;
    this.event('MASTER', kind, changes, {});
  }

  interaction(kind: string, text: string): void {
    const id = this.world.random.id(this.at);
    this.world.tables.add('interactions', {
      id,
      company_id: this.company.id,
      case_id: this.id,
      owner_org: this.owner.id,
      author_id: this.officer.id,
      author_name: this.officer.name,
      kind,
      text,
      occurred_at: this.at,
      created_at: this.at,
    });
    this.event('NOTES', 'interaction.logged', [], { interactionId: id, kind, text });
  }

  planNext(inDays: number): void {
    this.nextStep = this.world.random.pick(NEXT_STEPS);
    this.nextStepOn = workingDay(new Date(this.world.now.getTime() + inDays * DAY), this.owner);
  }

  followUp(title: string, due: Date, doneAt: Date | null): void {
    const id = this.world.random.id(this.at);
    const dueOn = workingDay(due, this.owner);
    this.world.tables.add('follow_ups', {
      id,
      case_id: this.id,
      organisation_id: this.owner.id,
      assignee_id: this.officer.id,
      kind: 'TASK',
      title,
      due_on: dueOn,
      done_at: doneAt,
      done_by: doneAt ? this.officer.id : null,
      version: 1,
      created_by: this.officer.id,
      created_at: this.at,
    });
    this.event('NOTES', 'followUp.created', [], { followUpId: id, title, dueOn });
  }

  jobEffect(effect: string, attribution: string, count: number, source: string): void {
    this.world.tables.add('job_effects', {
      id: this.world.random.id(this.at),
      case_id: this.id,
      effect,
      attribution,
      count,
      source,
      recorded_by: this.officer.id,
      recorded_at: this.at,
    });
    this.event('MASTER', 'jobEffect.added', [], { effect, attribution, count, source });
  }

  share(organisation: Partner, sourceId: string, sections: string[], contribute: boolean): void {
    this.shares.push({ organisation, sourceId, sections, contribute });
  }

  endShares(sourceId?: string): void {
    const kept = sourceId ? this.shares.filter((share) => share.sourceId !== sourceId) : [];
    this.shares.splice(0, this.shares.length, ...kept);
  }

  changeOwner(to: Partner, officer: Person): void {
    this.stubs.set(this.owner, this.at);
    this.stubs.delete(to);
    const changes: Change[] = [
      { field: 'ownerOrganisation', old: this.owner.id, new: to.id },
      { field: 'officer', old: this.officer.name, new: officer.name },
    ];
    this.owner = to;
    this.officer = officer;
    this.version++;
    this.event('MASTER', 'owner.changed', changes, {});
    this.endShares();
  }

  /** Writes the case, its sections, access entries, stubs and events. */
  finish(): void {
    const { tables } = this.world;
    const readers = [...new Set([this.owner.id, ...this.shares.map((share) => share.organisation.id)])];
    const closed = this.status === 'CLOSED';
    tables.add('service_cases', {
      id: this.id,
      region_id: this.owner.regionId,
      file_number: this.fileNumber,
      type: this.type,
      title: this.title,
      project_name: this.confidential ? this.title : null,
      company_id: this.company.id,
      contact_person_id: contactOf(this.world, this.company, this.owner),
      owner_org: this.owner.id,
      officer_id: this.officer.id,
      officer_name: this.officer.name,
      status: this.status,
      waiting_for: this.waitingFor,
      outcome: this.outcome,
      confidential: this.confidential,
      next_step: closed ? null : this.nextStep,
      next_step_on: closed ? null : this.nextStepOn,
      reader_orgs: readers,
      reader_users: [this.officer.id],
      liaison_orgs: this.confidential ? this.shares.map((share) => share.organisation.id) : [],
      version: this.version,
      created_by: this.officer.id,
      created_at: this.createdAt,
      updated_at: this.at,
      closed_at: this.closedAt,
      is_demo: true,
    });
    for (const section of SECTIONS) {
      const may = (share: Share) => share.sections.includes(section);
      tables.add('case_sections', {
        case_id: this.id,
        section,
        content: section === 'MASTER' ? this.details : {},
        reader_orgs: [...new Set([this.owner.id, ...this.shares.filter(may).map((share) => share.organisation.id)])],
        contributor_orgs: [
          ...new Set([
            this.owner.id,
            ...this.shares.filter((share) => may(share) && share.contribute).map((share) => share.organisation.id),
          ]),
        ],
      });
    }
    for (const share of this.shares)
      tables.add('case_access', {
        id: this.world.random.id(this.at),
        case_id: this.id,
        organisation_id: share.organisation.id,
        source: 'HANDOVER',
        source_id: share.sourceId,
        sections: share.sections,
        may_contribute: share.contribute,
        liaisons_only: this.confidential,
      });
    for (const [partner, since] of this.stubs)
      tables.add('case_stubs', {
        case_id: this.id,
        organisation_id: partner.id,
        reader_users: null,
        file_number: this.fileNumber,
        type: this.type,
        status: this.status,
        owner_org: this.owner.id,
        since,
      });
    for (const event of this.events) tables.add('timeline_events', event);
  }
}
