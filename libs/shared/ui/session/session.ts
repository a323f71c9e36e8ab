import type { FederalState, Permission, Role } from '@lotse/shared/contract';

/** An organisation the signed-in person may act for. */
export interface SessionOrganisation {
  id: string;
  name: string;
  slug: string;
  kind: string;
  roles: Role[];
  /** The Land whose public holidays count. */
  federalState: FederalState;
}

/** What `GET /api/v1/session` answers: who I am, for whom I act, what I may. */
export interface Session {
  user: { id: string; name: string; email: string; language: 'de' | 'en' };
  organisation: SessionOrganisation;
  organisations: SessionOrganisation[];
  roles: Role[];
  permissions: Permission[];
  demo: boolean;
  /** Instant at which the session ends without further use. */
  expiresAt: string;
}
