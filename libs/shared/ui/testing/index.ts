import type { Provider } from '@angular/core';
import { type Translation, TranslocoTestingModule } from '@jsverse/transloco';
import type { Permission } from '@lotse/shared/contract';
import { CurrentSession } from '../session/current-session';
import type { Session } from '../session/session';

/** For specs: `TestBed.configureTestingModule({ imports: [texts({ company: { list: 'Unternehmen' } })] })`. Keys without text show themselves. */
export function texts(de: Translation = {}, en: Translation = {}) {
  return TranslocoTestingModule.forRoot({
    langs: { de, en },
    translocoConfig: {
      availableLangs: ['de', 'en'],
      defaultLang: 'de',
      reRenderOnLangChange: true,
      missingHandler: { logMissingKey: false },
    },
    preloadLangs: true,
  });
}

/** For specs: somebody of the invented town Musterstadt, signed in with these permissions. */
export function aSession(permissions: Permission[] = [], change: Partial<Session> = {}): Session {
  const organisation = {
    id: 'org-1',
    name: 'Stadt Musterstadt',
    slug: 'musterstadt',
    kind: 'MUNICIPALITY',
    roles: [],
    federalState: 'HE' as const,
  };
  return {
    user: { id: 'user-1', name: 'Erika Beispiel', email: 'officer@musterstadt.example', language: 'de' },
    organisation,
    organisations: [organisation],
    roles: ['OFFICER'],
    permissions,
    demo: false,
    expiresAt: '2026-11-23T12:30:00Z',
    ...change,
  };
}

/** For specs of components that only ask what one may: a session without a server. */
export function signedInWith(...permissions: Permission[]): Provider {
  const session = aSession(permissions);
  return {
    provide: CurrentSession,
    useValue: {
      session: () => session,
      user: () => session.user,
      organisation: () => session.organisation,
      organisations: () => session.organisations,
      roles: () => session.roles,
      calendar: () => ({ state: session.organisation.federalState }),
      viewer: () => session.viewer,
      demo: () => session.demo,
      may: (permission: Permission) => session.permissions.includes(permission),
      refresh: () => undefined,
    },
  };
}
