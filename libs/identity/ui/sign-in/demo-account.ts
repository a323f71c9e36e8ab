/** An account of the demo region, from `GET /api/v1/demo-accounts`. */
export interface DemoAccount {
  email: string;
  name: string;
  roles: string[];
  organisation: { id: string; name: string; slug: string; kind: string };
}

/** The answer in demo mode; without demo mode it is 404 and nothing is shown. */
export interface DemoAccounts {
  password: string;
  items: DemoAccount[];
}

/** The accounts of one organisation. */
export interface DemoGroup {
  id: string;
  name: string;
  accounts: DemoAccount[];
}

/** Accounts by organisation, in the order of the server. */
export function byOrganisation(accounts: readonly DemoAccount[]): DemoGroup[] {
  const groups = new Map<string, DemoGroup>();
  for (const account of accounts) {
    const { id, name } = account.organisation;
    const group = groups.get(id) ?? { id, name, accounts: [] };
    group.accounts.push(account);
    groups.set(id, group);
  }
  return [...groups.values()];
}
