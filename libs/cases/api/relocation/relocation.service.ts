import { Injectable } from '@nestjs/common';
import {
  type CaseType,
  type RelocationDto,
  type ReleaseKind,
  type RelocationSideDto,
  type ReleaseRelocationDto,
  settlementCount,
} from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';
import { caseActor, ownCase } from '../case-access';
import { readableRelease } from './relocation-access';

interface CaseRow {
  type: CaseType;
  details: Record<string, unknown>;
  region: string[];
  from_name: string | null;
  to_name: string | null;
}

interface ReleaseRow {
  kind: ReleaseKind;
  agreed_by: string | null;
  happened_on: string;
  note: string | null;
  recorded_by_name: string;
  recorded_at: Date;
}

interface SideRow {
  id: string;
  name: string;
  told_at: Date | null;
  told_by_name: string | null;
}

const CASE = `select c.type, s.content as details, array(select m.ags from municipalities m where m.region_id = c.region_id) as region,
    f.name as from_name, t.name as to_name
  from service_cases c join case_sections s on s.case_id = c.id and s.section = 'MASTER'
  left join municipalities f on f.ags = s.content ->> 'fromMunicipality' left join municipalities t on t.ags = s.content ->> 'toMunicipality'
  where c.id = $5 and ${ownCase('c')}`;

const RELEASE = `select r.kind, r.agreed_by, r.happened_on::text, r.note, r.recorded_by_name, r.recorded_at from relocation_releases r
  where r.case_id = $5 and r.withdrawn_at is null and ${readableRelease('r')}`;

/** Who would be told, and who was: the places may have been corrected meanwhile. */
const SIDES = `select o.id, o.name, n.told_at, n.told_by_name from organisations o
  left join relocation_notices n on n.case_id = $5 and n.organisation_id = o.id and ${readableRelease('n')}
  where o.id <> $1 and (n.id is not null or exists (select from municipalities m where m.organisation_id = o.id and m.ags = any ($6::text[])))
  order by o.name, o.id`;

/** A move: what it counts, whether it may be told, and telling both places. The database checks the rules under its lock. */
@Injectable()
export class RelocationService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 unless the case belongs to the person's organisation and the person reads it */
  of(actor: Actor, id: string): Promise<RelocationDto> {
    return this.db.as(actor, (tx) => this.read(tx, actor, id));
  }

  /** @throws DomainError 400 for a day to come; relocation.otherType, relocation.released */
  release(actor: Actor, id: string, { kind, by, on, note }: ReleaseRelocationDto): Promise<RelocationDto> {
    if (on > berlinDay(new Date().toISOString())) throw DomainError.field('/on', 'relocation.inFuture');
    return this.db.as(actor, async (tx) => {
      await tx.query('select release_relocation($1, $2, $3, $4, $5)', [id, kind, by ?? null, on, note ?? null]);
      return this.read(tx, actor, id);
    });
  }

  /** @throws relocation.told once anybody was told, relocation.nothingToWithdraw */
  withdraw(actor: Actor, id: string): Promise<RelocationDto> {
    return this.db.as(actor, async (tx) => {
      await tx.query('select withdraw_relocation_release($1)', [id]);
      return this.read(tx, actor, id);
    });
  }

  /** @throws relocation.notReleased, relocation.nobodyToTell, relocation.toldBefore */
  tell(actor: Actor, id: string): Promise<RelocationDto> {
    return this.db.as(actor, async (tx) => {
      await tx.query('select tell_relocation($1)', [id]);
      return this.read(tx, actor, id);
    });
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<RelocationDto> {
    const asked = [...caseActor(actor, this.checks), id];
    const [found] = await prepared<CaseRow>(tx, CASE, asked);
    if (!found) throw new DomainError('notFound', 'case.notFound');
    const [release] = await prepared<ReleaseRow>(tx, RELEASE, asked);
    const isMove = found.type === 'RELOCATION';
    const places = isMove ? [found.details['fromMunicipality'], found.details['toMunicipality']].map(String) : [];
    const sides = isMove ? await prepared<SideRow>(tx, SIDES, [...asked, places]) : [];
    return {
      ...settlementCount(found, new Set(found.region)),
      fromName: found.from_name,
      toName: found.to_name,
      release: release
        ? {
            kind: release.kind,
            by: release.agreed_by,
            on: release.happened_on,
            note: release.note,
            recordedByName: release.recorded_by_name,
            recordedAt: release.recorded_at.toISOString(),
          }
        : null,
      sides: sides.map(toSide),
    };
  }
}

const toSide = (row: SideRow): RelocationSideDto => ({
  organisationId: row.id,
  organisationName: row.name,
  toldAt: row.told_at?.toISOString() ?? null,
  toldByName: row.told_by_name,
});
