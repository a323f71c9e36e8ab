import type { Role } from '@lotse/shared/contract';

/**
 * Why somebody reads a case. Of an organisation: OWNER holds it; OFFER, CONSULT and CO_WORK were given parts of it, REGION reads what is open to all partners; OFFER_STUB and
 * FORMER_OWNER see number, type, status and owner, nothing else. Of a person of the own organisation: by a ROLE, as its OFFICER, as one
 * of its TEAM, or as DEPUTY of somebody who is away.
 */
export const CASE_VISIBILITY_REASONS = [
  'OWNER',
  'OFFER',
  'CONSULT',
  'CO_WORK',
  'REGION',
  'OFFER_STUB',
  'FORMER_OWNER',
  'ROLE',
  'OFFICER',
  'TEAM',
  'DEPUTY',
] as const;
export type CaseVisibilityReason = (typeof CASE_VISIBILITY_REASONS)[number];

/** Why somebody reads a company: KEEPER entered it, REGION reads master data of legal persons, CASE reads it with a case of it. */
export const COMPANY_VISIBILITY_REASONS = ['KEEPER', 'REGION', 'CASE', 'ROLE', 'TEAM', 'DEPUTY'] as const;
export type CompanyVisibilityReason = (typeof COMPANY_VISIBILITY_REASONS)[number];

const READING_ROLES: readonly Role[] = ['OFFICER', 'LIAISON', 'MANAGER'];

/** Somebody of the own organisation, and for whom they stand in today. */
export interface Colleague {
  userId: string;
  roles: readonly Role[];
  standsInFor: readonly { userId: string; roles: readonly Role[] }[];
}

/** What decides who within one organisation reads a record. */
export interface RecordRules {
  /** Only its team reads it, not everybody with a reading role. */
  confidential: boolean;
  /** The people it is open to while it is confidential: its officer and its team. */
  team: readonly string[];
  officerId?: string | null;
  /** It was shared with this organisation: its liaisons read it though they are in no team. */
  liaisonsToo?: boolean;
}

/** One colleague who reads the record, and why. */
export interface ColleagueReason {
  userId: string;
  reason: 'ROLE' | 'OFFICER' | 'TEAM' | 'DEPUTY';
  /** The roles through which the person reads. */
  roles: Role[];
  /** Whom a DEPUTY stands in for. */
  standsInFor?: string;
}

/**
 * Which colleagues read a record, and why: the strongest reason of each, in the order officer, team, role, deputy. Whoever holds no
 * reading role reads nothing, in a team or not; standing in for a liaison makes a liaison (see `me()` in the database).
 */
export function colleaguesWhoRead(colleagues: readonly Colleague[], rules: RecordRules): ColleagueReason[] {
  return colleagues.flatMap((one): ColleagueReason[] => {
    const { userId } = one;
    const ownRoles = one.roles.filter((role) => READING_ROLES.includes(role));
    const forLiaison = one.standsInFor.find(({ roles }) => roles.includes('LIAISON'));
    const roles: Role[] = forLiaison && !ownRoles.includes('LIAISON') ? [...ownRoles, 'LIAISON'] : ownRoles;
    if (roles.length === 0) return [];
    if (userId === rules.officerId) return [{ userId, reason: 'OFFICER', roles }];
    if (!rules.confidential) {
      const own = ownRoles.length > 0;
      return [own ? { userId, reason: 'ROLE', roles: ownRoles } : { userId, reason: 'DEPUTY', roles, standsInFor: forLiaison?.userId }];
    }
    if (rules.team.includes(userId)) return [{ userId, reason: 'TEAM', roles }];
    if (rules.liaisonsToo && ownRoles.includes('LIAISON')) return [{ userId, reason: 'ROLE', roles: ['LIAISON'] }];
    const absent = one.standsInFor.find((person) => rules.team.includes(person.userId)) ?? (rules.liaisonsToo ? forLiaison : undefined);
    return absent ? [{ userId, reason: 'DEPUTY', roles, standsInFor: absent.userId }] : [];
  });
}
