import { Injectable } from '@nestjs/common';
import { Database, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { may } from '@lotse/shared/contract';
import type { Role } from '@lotse/shared/contract';
import type { PersonDto, PersonPageDto } from '@lotse/identity/contract';

interface Row {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  is_active: boolean;
  version: number;
}

/** The people of the acting organisation. Colleagues see names, administrators also addresses. */
@Injectable()
export class PeopleService {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<PersonPageDto> {
    return this.db.as(actor, async (tx) => {
      const all = may(actor.roles, 'people.manage');
      const rows = await tx.query<Row[]>(
        `select u.id, u.name, u.email, m.roles, m.is_active and u.is_active as is_active, m.version
         from memberships m join users u on u.id = m.user_id
         where m.organisation_id = $1 and ($2 or (m.is_active and u.is_active)) order by u.name, u.id`,
        [actor.organisationId, all],
      );
      return { items: rows.map((row) => toDto(row, all)), total: rows.length };
    });
  }

  changeRoles(actor: Actor, id: string, version: number, roles: Role[]): Promise<PersonDto> {
    return this.change(actor, id, (tx) => tx.query('select change_roles($1, $2, $3)', [id, roles, version]));
  }

  setActive(actor: Actor, id: string, version: number, active: boolean): Promise<PersonDto> {
    return this.change(actor, id, (tx) => tx.query('select set_person_active($1, $2, $3)', [id, active, version]));
  }

  private change(actor: Actor, id: string, work: Parameters<Database['as']>[1]): Promise<PersonDto> {
    return this.db.as(actor, async (tx) => {
      await work(tx);
      const [row] = await tx.query<Row[]>(
        `select u.id, u.name, u.email, m.roles, m.is_active and u.is_active as is_active, m.version
         from memberships m join users u on u.id = m.user_id where m.organisation_id = $1 and u.id = $2`,
        [actor.organisationId, id],
      );
      if (!row) throw new DomainError('notFound', 'person.notFound');
      return toDto(row, true);
    });
  }
}

function toDto(row: Row, withAddress: boolean): PersonDto {
  return {
    id: row.id,
    name: row.name,
    email: withAddress ? row.email : undefined,
    roles: row.roles,
    active: row.is_active,
    version: row.version,
  };
}
