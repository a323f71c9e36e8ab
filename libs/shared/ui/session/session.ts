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
  /** The administrator who looks at Lotse as this person sees it, and until when; nothing can be changed then. */
  viewer?: { name: string; until: string };
  user: { id: string; name: string; email: string; language: 'de' | 'en' };
  organisation: SessionOrganisation;
  organisations: SessionOrganisation[];
  roles: Role[];
  permissions: Permission[];
  demo: boolean;
  /** Instant at which the session ends without further use. */
  expiresAt: string;
}
