import type { DemoAccountDto } from '@lotse/identity/contract';
import { type Role, ROLES } from '@lotse/shared/contract';

/** The demonstration accounts of one organisation. */
export interface DemoGroup {
  organisation: string;
  accounts: DemoAccountDto[];
}

/** The organisations of one region with their accounts. */
export interface DemoRegion {
  region: string;
  groups: DemoGroup[];
}

const order = (role: Role): number => ROLES.indexOf(role);

/** Accounts by region and organisation; the largest region first, within an organisation those who do the daily work first. */
export function byRegion(accounts: readonly DemoAccountDto[]): DemoRegion[] {
  const regions = grouped(accounts, ({ region }) => region);
  return [...regions]
    .sort(([, some], [, others]) => others.length - some.length)
    .map(([region, own]) => ({
      region,
      groups: [...grouped(own, ({ organisation }) => organisation)].map(([organisation, group]) => ({
        organisation,
        accounts: group.sort((one, other) => order(one.role) - order(other.role)),
      })),
    }));
}

function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
