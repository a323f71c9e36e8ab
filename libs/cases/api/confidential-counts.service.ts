import { Injectable } from '@nestjs/common';
import type { ConfidentialCountQueryDto, ConfidentialCountsDto } from '@lotse/cases/contract';
import { type Actor, Database, DomainError } from '@lotse/shared/api';
import { addDays, addMonths, berlinDay, type IsoDate } from '@lotse/shared/contract';

const QUARTERS_BEFORE = 4;
const firstOfQuarter = (day: IsoDate): IsoDate =>
  `${day.slice(0, 5)}${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
const nameOf = (day: IsoDate): string => `${day.slice(0, 4)}-Q${(Number(day.slice(5, 7)) + 2) / 3}`;

/**
 * How many confidential cases the own organisation opened per quarter. The one figure a manager gets of them: not clickable,
 * and part of no other figure.
 */
@Injectable()
export class ConfidentialCounts {
  constructor(private readonly db: Database) {}

  count(actor: Actor, query: ConfidentialCountQueryDto, now = new Date()): Promise<ConfidentialCountsDto> {
    const last = firstOfQuarter(query.to ?? berlinDay(now));
    const first = firstOfQuarter(query.from ?? addMonths(last, -3 * QUARTERS_BEFORE));
    if (first > last) throw DomainError.field('/to', 'beforeStart');
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<{ quarter: string; cases: number }[]>(
        'select quarter::text, cases::int from confidential_case_counts($1, $2)',
        [first, addDays(addMonths(last, 3), -1)],
      );
      const counts = new Map(rows.map((row) => [row.quarter, row.cases]));
      const items: ConfidentialCountsDto['items'] = [];
      for (let quarter = first; quarter <= last; quarter = addMonths(quarter, 3)) {
        items.push({ quarter: nameOf(quarter), cases: counts.get(quarter) ?? 0 });
      }
      return { items, total: items.length };
    });
  }
}
