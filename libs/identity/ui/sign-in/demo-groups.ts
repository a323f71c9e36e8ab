import type { DemoAccountDto } from '@lotse/identity/contract';

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

/** Accounts by region and organisation, both in the order of the server. */
export function byRegion(accounts: readonly DemoAccountDto[]): DemoRegion[] {
  const regions = new Map<string, Map<string, DemoAccountDto[]>>();
  for (const account of accounts) {
    const organisations = regions.get(account.region) ?? new Map<string, DemoAccountDto[]>();
    regions.set(account.region, organisations);
    organisations.set(account.organisation, [...(organisations.get(account.organisation) ?? []), account]);
  }
  return [...regions].map(([region, organisations]) => ({
    region,
    groups: [...organisations].map(([organisation, own]) => ({ organisation, accounts: own })),
  }));
}
