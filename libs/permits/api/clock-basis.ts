import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { calendarOf, type CalendarEntry, type ClockKey, type ClockPolicy, SHIPPED_POLICIES } from '@lotse/permits/contract';
import type { FederalState, WorkingCalendar } from '@lotse/shared/contract';

/** What the counts of an organisation's procedures rest on besides events. */
export interface ClockBasis {
  calendar: WorkingCalendar;
  policies: readonly ClockPolicy[];
  /** What was entered, with its names. */
  entries: readonly (CalendarEntry & { name: string })[];
}

/** A target a region has set. */
export interface PolicyVersion {
  key: ClockKey;
  version: number;
  target: number;
  validFrom: string;
  source: string;
  activatedAt: string;
}

interface Row {
  organisation_id: string;
  basis: { state: FederalState; entries: (CalendarEntry & { name: string })[]; versions: PolicyVersion[] };
}

const HESSEN: ClockBasis = { calendar: { state: 'HE' }, policies: SHIPPED_POLICIES, entries: [] };

/** Shipped policies with the versions a region set on top: another target, from another day on; everything else stays. */
export const policiesWith = (versions: readonly PolicyVersion[]): ClockPolicy[] => [
  ...SHIPPED_POLICIES,
  ...versions.flatMap((version) => {
    const shipped = SHIPPED_POLICIES.find(({ key }) => key === version.key);
    return shipped ? [{ ...shipped, ...version }] : [];
  }),
];

/** Calendars and policies by organisation. */
@Injectable()
export class ClockBases {
  /** For organisations nobody knows the calendar of Hessen stands in. */
  async of(tx: EntityManager, organisationIds: readonly string[]): Promise<(organisationId: string) => ClockBasis> {
    const rows = await tx.query<Row[]>('select organisation_id, basis from clock_basis($1)', [[...new Set(organisationIds)]]);
    const bases = new Map(
      rows.map(({ organisation_id, basis: { state, entries, versions } }): [string, ClockBasis] => [
        organisation_id,
        { calendar: calendarOf(state, entries), policies: policiesWith(versions), entries },
      ]),
    );
    return (id) => bases.get(id) ?? HESSEN;
  }
}
