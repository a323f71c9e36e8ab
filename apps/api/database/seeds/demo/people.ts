import type { Role } from '@lotse/shared/contract';
import { OFFICERS } from './names';
import type { Partner, World } from './world';

const EVERYWHERE: Role[] = ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'];
const MAILBOX: Record<Role, string> = {
  OFFICER: 'officer',
  LIAISON: 'liaison',
  MANAGER: 'manager',
  ADMINISTRATOR: 'admin',
  DATA_PROTECTION_OFFICER: 'dpo',
};

/** `officer@`, `liaison@`, `manager@` and `admin@` of every partner, and the data protection officer of the Kreis. */
export function addPeople(world: World, passwordHash: string): void {
  for (const partner of world.partners) {
    const roles: Role[] = partner.slug === 'kreis-offenbach' ? [...EVERYWHERE, 'DATA_PROTECTION_OFFICER'] : EVERYWHERE;
    for (const role of roles) addPerson(world, partner, role, passwordHash);
  }
}

function addPerson(world: World, partner: Partner, role: Role, passwordHash: string): void {
  const id = world.random.id(new Date(world.now.getTime() - 800 * 86_400_000));
  const name = OFFICERS[role];
  world.tables.add('users', {
    id,
    email: `${MAILBOX[role]}@${partner.domain}`,
    name: `${name} (${partner.place ?? partner.name})`,
    password_hash: passwordHash,
    language: 'de',
    is_active: true,
    is_demo: true,
    created_at: new Date(world.now.getTime() - 800 * 86_400_000),
  });
  world.tables.add('memberships', { user_id: id, organisation_id: partner.id, roles: [role], is_active: true, version: 1 });
  partner.people[role] = { id, name: `${name} (${partner.place ?? partner.name})` };
}
