/** The one password of all demo accounts, unless the server was told another. */
export const DEMO_PASSWORD = 'lotse-demo';

export type Mailbox = 'officer' | 'liaison' | 'manager' | 'admin' | 'dpo';

/** The address of a demo account: `account('officer', 'rodgau')`. */
export const account = (mailbox: Mailbox, organisation: string): string => `${mailbox}@${organisation}.example`;
