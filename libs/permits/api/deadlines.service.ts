import { Injectable } from '@nestjs/common';
import { daysOf, type DeadlineDto, type DeadlineQueryDto, type HolidayListDto, type HolidayQueryDto } from '@lotse/permits/contract';
import { type Actor, Database } from '@lotse/shared/api';
import { berlinDay, explainDeadline, HOLIDAY_NAMES, holidaysOf, type ExplainedDay } from '@lotse/shared/contract';
import { type ClockBasis, ClockBases } from './clock-basis';

/** Beyond this many days nobody reads them one by one. */
const MOST_DAYS = 2000;

/** The arithmetic of periods and the holidays of the Länder, for people and programs. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly db: Database,
    private readonly bases: ClockBases,
  ) {}

  /** A period day by day. */
  async explain(actor: Actor, { from, amount, unit, state, own, language = 'de' }: DeadlineQueryDto): Promise<DeadlineDto> {
    const basis = await this.basis(actor);
    const land = state ?? basis.calendar.state;
    const isOwn = own === true && land === basis.calendar.state;
    const { dueOn, days } = explainDeadline(from, { count: amount, unit }, isOwn ? basis.calendar : { state: land });
    const names = new Map(isOwn ? basis.entries.flatMap((entry) => daysOf(entry).map((day) => [day, entry.name] as const)) : []);
    const nameOf = ({ date, holiday, counted }: ExplainedDay) =>
      holiday ? HOLIDAY_NAMES[holiday][language] : counted ? null : (names.get(date) ?? null);
    return {
      dueOn: dueOn ?? from,
      ...(days.length <= MOST_DAYS && {
        days: days.map((day) => ({
          date: day.date,
          counted: day.counted,
          reason: day.reason,
          holiday: day.holiday ?? null,
          name: nameOf(day),
          number: day.number ?? null,
        })),
      }),
    };
  }

  /** Public holidays of a year. */
  async holidays(actor: Actor, { state, year, language = 'de' }: HolidayQueryDto): Promise<HolidayListDto> {
    const land = state ?? (await this.basis(actor)).calendar.state;
    const found = holidaysOf(year ?? Number(berlinDay(new Date()).slice(0, 4)), land);
    const items = [...found].map(([date, holiday]) => ({ date, name: HOLIDAY_NAMES[holiday][language] }));
    return { items, total: items.length };
  }

  private basis(actor: Actor): Promise<ClockBasis> {
    return this.db.as(actor, async (tx) => (await this.bases.of(tx, [actor.organisationId]))(actor.organisationId));
  }
}
