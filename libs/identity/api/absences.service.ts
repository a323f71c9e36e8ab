import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import type { AbsenceDto, AbsencePageDto, EnterAbsenceDto } from '@lotse/identity/contract';

interface Row {
  id: string;
  user_id: string;
  user_name: string;
  deputy_id: string;
  deputy_name: string;
  starts_on: string;
  ends_on: string;
  is_now: boolean;
}

const SELECT = `select a.id, a.user_id, u.name as user_name, a.deputy_id, d.name as deputy_name, a.starts_on::text as starts_on,
    a.ends_on::text as ends_on, today_in_berlin() between a.starts_on and a.ends_on as is_now
  from absences a join users u on u.id = a.user_id join users d on d.id = a.deputy_id
  where a.organisation_id = $1`;

/** Who of the own organisation is away and who stands in. The database gives the deputy the rights, for these days only. */
@Injectable()
export class AbsencesService {
  constructor(private readonly db: Database) {}

  /** Present and future absences, the earliest first. */
  list(actor: Actor): Promise<AbsencePageDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(`${SELECT} and a.ends_on >= today_in_berlin() order by a.starts_on, u.name, a.id`, [
        actor.organisationId,
      ]);
      return { items: rows.map((row) => toDto(row, actor)), total: rows.length };
    });
  }

  /** @throws validation, person.notFound, absence.overlaps, absence.deputyIsSelf (who enters it for somebody else cannot be the deputy) */
  enter(actor: Actor, input: EnterAbsenceDto): Promise<AbsenceDto> {
    const userId = input.userId ?? actor.userId;
    if (input.deputyId === userId) throw DomainError.field('/deputyId', 'deputyIsAbsent');
    if (input.endsOn < input.startsOn) throw DomainError.field('/endsOn', 'beforeStart');
    if (input.endsOn < berlinDay(new Date())) throw DomainError.field('/endsOn', 'inPast');
    if (userId !== actor.userId && !mayActForOthers(actor)) throw new DomainError('notFound', 'person.notFound');
    return this.db.as(actor, async (tx) => {
      const [made] = await tx.query<{ id: string }[]>('select set_absence($1, $2, $3, $4) as id', [
        userId,
        input.deputyId,
        input.startsOn,
        input.endsOn,
      ]);
      return this.read(tx, actor, made?.id ?? '');
    });
  }

  end(actor: Actor, id: string): Promise<void> {
    return this.db.as(actor, async (tx) => {
      const { mayEnd } = await this.read(tx, actor, id);
      if (!mayEnd) throw new DomainError('notFound', 'absence.notFound');
      await tx.query('select end_absence($1)', [id]);
    });
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<AbsenceDto> {
    const [row] = await tx.query<Row[]>(`${SELECT} and a.id = $2`, [actor.organisationId, id]);
    if (!row) throw new DomainError('notFound', 'absence.notFound');
    return toDto(row, actor);
  }
}

const mayActForOthers = (actor: Actor): boolean => actor.roles.includes('MANAGER') || actor.roles.includes('ADMINISTRATOR');

function toDto(row: Row, actor: Actor): AbsenceDto {
  return {
    id: row.id,
    userId: row.user_id,
    userName: row.user_name,
    deputyId: row.deputy_id,
    deputyName: row.deputy_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    now: row.is_now,
    mayEnd: row.user_id === actor.userId || mayActForOthers(actor),
  };
}
