/** What a person may be in an organisation; one membership can carry several. */
export const ROLES = ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'] as const;

export type Role = (typeof ROLES)[number];
