import type { Role } from '@lotse/shared/contract';
import type { TestOrganisation, TestPerson, World } from '@lotse/shared/testing';

/** In the order in which the tables of expectations write them: O L M A D. */
export const ROLES_IN_ORDER: readonly Role[] = ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'];

/**
 * Who looks. `team` and `others` belong to one organisation, `home`, whose cases are looked at; `team` are in the team of its
 * confidential cases. `partner` is the organisation it shares with, `neighbour` another one of the region, `stranger` one of
 * another region.
 */
export const GROUPS = ['team', 'others', 'partner', 'neighbour', 'stranger'] as const;
export type Group = (typeof GROUPS)[number];

export type House = 'home' | 'partner' | 'neighbour' | 'stranger';
export const HOUSE_OF: Record<Group, House> = {
  team: 'home',
  others: 'home',
  partner: 'partner',
  neighbour: 'neighbour',
  stranger: 'stranger',
};

export interface Viewer {
  group: Group;
  role: Role;
  person: TestPerson;
}

/** Organisations and people: in every group one person for each role. */
export interface Cast {
  houses: Record<House, TestOrganisation>;
  viewers: Viewer[];
  person(group: Group, role: Role): TestPerson;
}

export async function buildCast(world: World): Promise<Cast> {
  const [region, abroad] = [await world.region(), await world.region()];
  const houses = {
    home: await world.organisation(region),
    partner: await world.organisation(region),
    neighbour: await world.organisation(region),
    stranger: await world.organisation(abroad),
  };
  const viewers: Viewer[] = [];
  for (const group of GROUPS)
    for (const role of ROLES_IN_ORDER)
      viewers.push({ group, role, person: await world.person(houses[HOUSE_OF[group]], role, `${group} ${role}`) });
  const person = (group: Group, role: Role): TestPerson => {
    const found = viewers.find((viewer) => viewer.group === group && viewer.role === role);
    if (!found) throw new Error(`nobody is ${role} of ${group}`);
    return found.person;
  };
  return { houses, viewers, person };
}
