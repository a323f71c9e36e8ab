import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor, ownCase, readableCase, readableSection, readableStub } from '@lotse/cases/api';
import { CASE_SECTIONS, type CaseSection } from '@lotse/cases/contract';
import {
  type CaseVisibilityDto,
  type CaseVisibilityItemDto,
  colleaguesWhoRead,
  type HandoverBasis,
  type HandoverKind,
  type HandoverState,
  type SectionLevelDto,
} from '@lotse/handovers/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import type { Role } from '@lotse/shared/contract';
import { readableHandover } from '../handover-access';
import { colleaguesOf, namesOf } from './colleagues';

interface CaseRow {
  owner_org: string;
  owner_name: string;
  officer_id: string | null;
  confidential: boolean;
  reader_users: string[];
  is_own: boolean;
}

interface ShareRow {
  id: string;
  organisation_id: string;
  name: string;
  kind: HandoverKind;
  state: HandoverState;
  sections: CaseSection[];
  basis: HandoverBasis;
  stub_only: boolean;
  confidential: boolean;
  since: Date;
  due_at: Date;
}

const CASE = `select c.owner_org, o.name as owner_name, c.officer_id, c.confidential, c.reader_users, ${ownCase('c')} as is_own
  from service_cases c join organisations o on o.id = c.owner_org where c.id = $5 and ${readableCase('c')}`;

/** What is shared now: open offers and running shares. Both sides read them; an owner so reads all of its case. */
const SHARES = `select h.id, h.to_org as organisation_id, o.name, h.kind, h.state, h.sections, h.basis, h.stub_only, h.confidential,
    coalesce(h.decided_at, h.offered_at) as since, h.due_at
  from handovers h join organisations o on o.id = h.to_org
  where h.case_id = $5 and ${readableHandover('h')} and (h.state = 'OFFERED' or (h.state = 'ACCEPTED' and h.kind <> 'TRANSFER'))
  order by o.name, h.id`;

const FORMER = `select s.organisation_id, o.name, s.since from case_stub_holders($5) s join organisations o on o.id = s.organisation_id
  where exists (select from service_cases c where c.id = $5 and ${ownCase('c')}) order by o.name`;

/**
 * Levels of the parts that are read; of a shared case only what is open to the region is told. A part of the own case that is not
 * among them is kept for its officer and team.
 */
const LEVELS = `select s.section, s.level from case_sections s join service_cases c on c.id = s.case_id
  where s.case_id = $5 and ${readableCase('c')} and ${readableSection('s')}`;

const PARTNERS = `select o.id, o.name from organisations o join service_cases c on c.region_id = o.region_id
  where c.id = $5 and not c.confidential and o.id <> c.owner_org and (${ownCase('c')} or o.id = $1) and ${readableCase('c')} order by o.name`;

interface StubRow {
  owner_org: string;
  owner_name: string;
  own_name: string;
  since: Date;
}

/** An offer that shows no more than its stub leaves one too, but makes nobody a former owner. */
const STUB = `select s.owner_org, o.name as owner_name, own.name as own_name, s.since from case_stubs s
  join organisations o on o.id = s.owner_org join organisations own on own.id = s.organisation_id
  where s.case_id = $5 and s.organisation_id = $1 and ${readableStub('s')}
    and not exists (select from handovers h where h.case_id = $5 and h.to_org = $1 and h.state = 'OFFERED' and h.stub_only)`;

const ALL_READERS: Role[] = ['OFFICER', 'LIAISON', 'MANAGER'];

/** "Wer sieht das, und warum?" of a case. */
@Injectable()
export class CaseVisibility {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 unless the person reads the case, or what is left of it to a former owner */
  of(actor: Actor, id: string): Promise<CaseVisibilityDto> {
    const asked = [...caseActor(actor, this.checks), id];
    return this.db.as(actor, async (tx) => {
      const [row] = await prepared<CaseRow>(tx, CASE, asked);
      if (!row) return this.ofStub(tx, actor, asked);
      const shares = await prepared<ShareRow>(tx, SHARES, asked);
      const levels = await this.levels(tx, asked, row.is_own);
      const open = levels.filter(({ level }) => level === 'REGION').map(({ section }) => section);
      const kept = levels.filter(({ level }) => level === 'ORGANISATION' || level === 'PERSON').map(({ section }) => section);
      const items = [owner(row), ...shares.map((share) => shared(share, kept))];
      if (open.length) items.push(...(await this.partners(tx, asked, open)));
      if (row.is_own) items.push(...(await this.former(tx, asked, items)));
      const people = await this.people(tx, actor, row, levels);
      return { items: [...items, ...people], levels: row.is_own ? levels : [], complete: row.is_own };
    });
  }

  /** A former owner knows who has the case now, and that it is itself still told of it. */
  private async ofStub(tx: EntityManager, actor: Actor, asked: unknown[]): Promise<CaseVisibilityDto> {
    const [stub] = await prepared<StubRow>(tx, STUB, asked);
    if (!stub) throw new DomainError('notFound', 'case.notFound');
    const former = { ...organisation(actor.organisationId, stub.own_name, 'FORMER_OWNER'), since: stub.since.toISOString() };
    return { items: [owner(stub), former], levels: [], complete: false };
  }

  /** Former owners keep the stub; a receiver that sees no more than the stub of an offer stands with its offer already. */
  private async former(tx: EntityManager, asked: unknown[], listed: readonly CaseVisibilityItemDto[]): Promise<CaseVisibilityItemDto[]> {
    const rows = await prepared<{ organisation_id: string; name: string; since: Date }>(tx, FORMER, asked);
    return rows
      .filter(({ organisation_id }) => !listed.some((item) => item.organisationId === organisation_id))
      .map((row) => ({ ...organisation(row.organisation_id, row.name, 'FORMER_OWNER'), since: row.since.toISOString() }));
  }

  private async levels(tx: EntityManager, asked: unknown[], isOwn: boolean): Promise<SectionLevelDto[]> {
    const rows = await prepared<SectionLevelDto>(tx, LEVELS, asked);
    const unread = isOwn ? ([{ level: 'PERSON' }] as const) : [];
    return CASE_SECTIONS.flatMap((section) => {
      const known = rows.filter((row) => row.section === section);
      return known.length > 0 ? known : unread.map(({ level }) => ({ section, level }));
    });
  }

  private async partners(tx: EntityManager, asked: unknown[], sections: CaseSection[]): Promise<CaseVisibilityItemDto[]> {
    const rows = await prepared<{ id: string; name: string }>(tx, PARTNERS, asked);
    return rows.map(({ id, name }) => ({ ...organisation(id, name, 'REGION'), sections }));
  }

  private async people(
    tx: EntityManager,
    actor: Actor,
    row: CaseRow,
    levels: readonly SectionLevelDto[],
  ): Promise<CaseVisibilityItemDto[]> {
    const colleagues = await colleaguesOf(tx, actor.organisationId);
    const names = namesOf(colleagues);
    const rules = { team: row.reader_users, officerId: row.is_own ? row.officer_id : null, liaisonsToo: !row.is_own };
    const readers = colleaguesWhoRead(colleagues, { ...rules, confidential: row.confidential });
    const forFew = levels.some(({ level }) => level === 'PERSON');
    // The officer, the team and their deputies, by the reason that opens them more than their role does.
    const few = forFew ? colleaguesWhoRead(colleagues, { ...rules, confidential: true }) : [];
    const [name] = await prepared<{ name: string }>(tx, 'select name from organisations where id = $1', [actor.organisationId]);
    return readers.map((reader) => {
      const one = few.find(({ userId }) => userId === reader.userId);
      const { userId, reason, roles, standsInFor } = one ?? reader;
      return {
        ...organisation(actor.organisationId, name?.name ?? '', reason),
        userId,
        userName: names.get(userId),
        roles,
        sections: levels.filter(({ level }) => one !== undefined || level !== 'PERSON').map(({ section }) => section),
        ...(standsInFor && { standsInFor: names.get(standsInFor) }),
      };
    });
  }
}

function organisation(organisationId: string, organisationName: string, reason: CaseVisibilityItemDto['reason']): CaseVisibilityItemDto {
  return {
    organisationId,
    organisationName,
    reason,
    roles: ALL_READERS,
    sections: [],
    basis: null,
    handoverId: null,
    since: null,
    until: null,
  };
}

const owner = (row: Pick<CaseRow, 'owner_org' | 'owner_name'>): CaseVisibilityItemDto => ({
  ...organisation(row.owner_org, row.owner_name, 'OWNER'),
  sections: [...CASE_SECTIONS],
});

function shared(row: ShareRow, kept: readonly CaseSection[]): CaseVisibilityItemDto {
  const offered = row.state === 'OFFERED';
  const reason = offered ? (row.stub_only ? 'OFFER_STUB' : 'OFFER') : row.kind === 'CO_WORK' ? 'CO_WORK' : 'CONSULT';
  return {
    ...organisation(row.organisation_id, row.name, reason),
    roles: row.confidential ? ['LIAISON'] : ALL_READERS,
    sections: offered && row.stub_only ? [] : row.sections.filter((section) => !kept.includes(section)),
    basis: row.basis,
    handoverId: row.id,
    since: row.since.toISOString(),
    until: offered ? row.due_at.toISOString() : null,
  };
}
