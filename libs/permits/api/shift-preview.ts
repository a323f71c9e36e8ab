import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor } from '@lotse/cases/api';
import {
  CLOCK_KEYS,
  clocks,
  type ClockDto,
  type ClockedProcedure,
  type ClockShiftDto,
  type PermitEvent,
  type PlotArea,
  type ProcedureType,
  type ShiftedProcedureDto,
  type ShiftPreviewDto,
} from '@lotse/permits/contract';
import { AccessChecks, type Actor } from '@lotse/shared/api';
import { berlinDay, daysBetween } from '@lotse/shared/contract';
import { may } from '@lotse/shared/contract';
import { type ClockBasis, ClockBases } from './clock-basis';
import { eventsByProcedure, fromList, type ListedEvent } from './permit-events';
import { calendarOrganisation, clockedProcedure, type ProcedureRow, SELECT_PROCEDURES } from './procedure-rows';

interface Counted {
  type: ProcedureType;
  municipality_is_authority: boolean;
  plot_area: PlotArea | null;
  calendar_org: string;
  events: ListedEvent[];
}

type Change = (basis: ClockBasis, calendarOrganisation: string) => ClockBasis;
const MOST_ROWS = 200;

/** Counts running procedures as they are and as they would be. Figures for everybody who keeps calendars; rows for who reads them. */
@Injectable()
export class ShiftPreview {
  constructor(
    private readonly bases: ClockBases,
    private readonly checks: AccessChecks,
  ) {}

  /** @param wholeRegion procedures of the region, else those that go by the calendar of the own organisation */
  async of(tx: EntityManager, actor: Actor, wholeRegion: boolean, change: Change): Promise<ShiftPreviewDto> {
    const today = berlinDay(new Date());
    const counted = await tx.query<Counted[]>('select * from counted_procedures($1)', [wholeRegion]);
    const basisOf = await this.bases.of(
      tx,
      counted.map(({ calendar_org: org }) => org),
    );
    const pairs = counted.flatMap((row) => {
      const facts = { type: row.type, municipalityIsAuthority: row.municipality_is_authority, isOuterArea: row.plot_area === 'OUTER' };
      return compared(facts, row.events.map(fromList), basisOf(row.calendar_org), change, row.calendar_org, today);
    });
    const figures = CLOCK_KEYS.map((key) => figuresOf(key, pairs, today)).filter(({ running }) => running > 0);
    return { clocks: figures, items: may(actor.roles, 'permit.read') ? await this.rows(tx, actor, wholeRegion, change, today) : [] };
  }

  private async rows(tx: EntityManager, actor: Actor, wholeRegion: boolean, change: Change, today: string): Promise<ShiftedProcedureDto[]> {
    const rows = await tx.query<ProcedureRow[]>(
      `${SELECT_PROCEDURES} and p.closed_on is null and not c.confidential and ($5::boolean or coalesce(p.authority_org, c.owner_org) = $1::uuid)
       order by p.created_at, p.id`,
      [...caseActor(actor, this.checks), wholeRegion],
    );
    const basisOf = await this.bases.of(tx, rows.map(calendarOrganisation));
    const events = await eventsByProcedure(
      tx,
      rows.map(({ id }) => id),
    );
    const shifted = rows.flatMap((row) => {
      const org = calendarOrganisation(row);
      return compared(clockedProcedure(row), events(row.id), basisOf(org), change, org, today)
        .filter(({ before, after }) => before.dueOn !== after.dueOn)
        .map(({ before, after }) => ({
          procedureId: row.id,
          caseFileNumber: row.case_file_number,
          companyName: row.company_name,
          policy: before.policy,
          dueOn: before.dueOn,
          newDueOn: after.dueOn,
        }));
    });
    return shifted.slice(0, MOST_ROWS);
  }
}

interface Pair {
  before: ClockDto;
  after: ClockDto;
}

function compared(
  procedure: ClockedProcedure,
  events: readonly PermitEvent[],
  basis: ClockBasis,
  change: Change,
  organisationId: string,
  today: string,
): Pair[] {
  const changed = change(basis, organisationId);
  const before = clocks(events, basis.policies, basis.calendar, today, procedure);
  const after = clocks(events, changed.policies, changed.calendar, today, procedure);
  return before.flatMap((clock, index) => {
    const next = after[index];
    return next && !clock.stoppedOn && clock.startedOn ? [{ before: clock, after: next }] : [];
  });
}

function figuresOf(policy: ClockDto['policy'], pairs: readonly Pair[], today: string): ClockShiftDto {
  const own = pairs.filter(({ before, after }) => before.policy === policy && (before.dueOn ?? after.dueOn));
  const moves = own.flatMap(({ before, after }) => (before.dueOn && after.dueOn ? [daysBetween(before.dueOn, after.dueOn)] : []));
  const isOver = ({ dueOn }: ClockDto) => dueOn !== null && dueOn < today;
  return {
    policy,
    running: own.length,
    shifted: own.filter(({ before, after }) => before.dueOn !== after.dueOn).length,
    newlyOverdue: own.filter(({ before, after }) => !isOver(before) && isOver(after)).length,
    latest: Math.max(0, ...moves),
    earliest: Math.max(0, ...moves.map((days) => -days)),
  };
}
