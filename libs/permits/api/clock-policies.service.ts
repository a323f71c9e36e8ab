import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  CLOCK_KEYS,
  FIRST_DAY,
  SHIPPED_POLICIES,
  versionFor,
  type ClockPolicyChangeDto,
  type ClockPolicyDto,
  type ClockPolicyListDto,
  type ShiftPreviewDto,
} from '@lotse/permits/contract';
import { type Actor, Database, DomainError } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import { ClockBases, policiesWith, type PolicyVersion } from './clock-basis';
import { ShiftPreview } from './shift-preview';

interface Row extends Omit<PolicyVersion, 'validFrom' | 'activatedAt'> {
  valid_from: string;
  activated_at: Date;
  activated_by_name: string;
}

const LAST_DAY = '2069-12-31';

/** Counts with their definitions and versions. The intake organisation of the region sets targets; the rest is part of the program. */
@Injectable()
export class ClockPolicies {
  constructor(
    private readonly db: Database,
    private readonly bases: ClockBases,
    private readonly shifts: ShiftPreview,
  ) {}

  list(actor: Actor): Promise<ClockPolicyListDto> {
    return this.db.as(actor, (tx) => this.read(tx, actor));
  }

  /** @throws calendar.notKeeper, calendar.tooMany */
  activate(actor: Actor, input: ClockPolicyChangeDto): Promise<ClockPolicyListDto> {
    check(input);
    return this.db.as(actor, async (tx) => {
      await tx.query('select add_policy_version($1, $2, $3, $4)', [input.key, input.target, input.validFrom, input.source.trim()]);
      return this.read(tx, actor);
    });
  }

  /** What the version would shift, before anybody activates it. Stores nothing. @throws calendar.notKeeper */
  preview(actor: Actor, input: ClockPolicyChangeDto): Promise<ShiftPreviewDto> {
    check(input);
    return this.db.as(actor, async (tx) => {
      if (!(await this.mayChange(tx))) throw new DomainError('forbidden', 'calendar.notKeeper');
      return this.shifts.of(tx, actor, true, (basis) => {
        const version = Math.max(0, ...basis.policies.filter(({ key }) => key === input.key).map((policy) => policy.version)) + 1;
        const added = SHIPPED_POLICIES.filter(({ key }) => key === input.key).map((policy) => ({ ...policy, ...input, version }));
        return { ...basis, policies: [...basis.policies, ...added] };
      });
    });
  }

  private async read(tx: EntityManager, actor: Actor): Promise<ClockPolicyListDto> {
    const rows = await tx.query<Row[]>(
      `select key, version, target, valid_from::text, source, activated_at, activated_by_name from clock_policy_versions where region_id = $1 order by version`,
      [actor.regionId],
    );
    const names = new Map(rows.map((row) => [`${row.key} ${row.version}`, row.activated_by_name]));
    const policies = policiesWith(rows.map((row) => ({ ...row, validFrom: row.valid_from, activatedAt: row.activated_at.toISOString() })));
    const today = berlinDay(new Date());
    const items = CLOCK_KEYS.flatMap((wanted): ClockPolicyDto[] => {
      const current = versionFor(policies, wanted, today);
      if (!current) return [];
      const { key, start, stops, unit, gap, effect, extendableBy, isStatutory, types } = current;
      const versions = policies
        .filter((policy) => policy.key === key)
        .map((policy) => ({
          version: policy.version,
          target: policy.target,
          validFrom: policy.validFrom,
          source: policy.source,
          activatedAt: policy.activatedAt ?? null,
          activatedByName: names.get(`${key} ${policy.version}`) ?? null,
        }));
      return [
        {
          key,
          start,
          stops: [...stops],
          unit,
          gap,
          effect,
          extendableBy,
          isStatutory,
          types: [...types],
          current: current.version,
          versions,
        },
      ];
    });
    return { items, total: items.length, mayChange: actor.roles.includes('ADMINISTRATOR') && (await this.mayChange(tx)) };
  }

  private async mayChange(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ keeps: boolean }[]>('select keeps_routing_rules() as keeps');
    return row?.keeps === true;
  }
}

/** A count without a goal gets none; a statutory period is what the law says, but laws change, so its target may follow. */
function check({ key, validFrom }: ClockPolicyChangeDto): void {
  if (SHIPPED_POLICIES.find((policy) => policy.key === key)?.target === null) throw DomainError.field('/key', 'contradiction');
  if (validFrom < FIRST_DAY || validFrom > LAST_DAY) throw DomainError.field('/validFrom', 'outOfRange');
}
