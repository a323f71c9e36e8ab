import type { EntityManager } from 'typeorm';
import type { Colleague } from '@lotse/handovers/contract';
import { prepared } from '@lotse/shared/api';

/** Somebody of the own organisation with the name to show. */
export interface NamedColleague extends Colleague {
  name: string;
}

const COLLEAGUES = `select u.id as "userId", u.name, m.roles,
    coalesce((select json_agg(json_build_object('userId', a.user_id, 'roles', coalesce(am.roles, '{}')))
      from absences a left join memberships am on am.user_id = a.user_id and am.organisation_id = a.organisation_id and am.is_active
      where a.deputy_id = u.id and a.organisation_id = m.organisation_id and today_in_berlin() between a.starts_on and a.ends_on), '[]') as "standsInFor"
  from memberships m join users u on u.id = m.user_id
  where m.organisation_id = $1 and m.is_active and u.is_active order by u.name, u.id`;

/** The active people of an organisation and whom they stand in for today. */
export const colleaguesOf = (tx: EntityManager, organisationId: string): Promise<NamedColleague[]> =>
  prepared<NamedColleague>(tx, COLLEAGUES, [organisationId]);

/** Names by id, for the person a deputy stands in for: who is away may have left the list of the active. */
export const namesOf = (colleagues: readonly NamedColleague[]): Map<string, string> =>
  new Map(colleagues.map(({ userId, name }) => [userId, name]));
