import type { Mailbox } from '../support/accounts';
import type { Script } from '../support/script';

/** A page everybody of that role meets, and its address. */
export interface Stop {
  name: string;
  as: Mailbox;
  path: string | ((script: Script) => Promise<string>);
}

const first = async (script: Script, list: string): Promise<string> =>
  (await script.get<{ items: { id: string }[] }>(list)).items[0]?.id ?? '';
const ofCase = (tab: string, list = '/cases?status=CLOSED') => ({
  path: async (script: Script) => `/vorgaenge/${await first(script, list)}${tab}`,
});
/** The case of the first enquiry for sites the organisation has sent. */
const ofEnquiry = (tab: string) => ({
  path: async (script: Script) => {
    const { items } = await script.get<{ items: { caseId: string | null }[] }>('/distributions?box=out');
    return `/vorgaenge/${items[0]?.caseId ?? ''}${tab}`;
  },
});
const ofCompany = (tab: string) => ({
  path: async (script: Script) => `/unternehmen/${await first(script, '/companies')}${tab}`,
});

/** An id that nothing has. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Every page behind the sign-in. */
export const STOPS: readonly Stop[] = [
  { name: 'my-day', as: 'officer', path: '/' },
  { name: 'cases', as: 'officer', path: '/vorgaenge' },
  { name: 'new-case', as: 'officer', path: '/vorgaenge/neu' },
  { name: 'new-relocation', as: 'officer', path: '/vorgaenge/neu?art=RELOCATION' },
  { name: 'bin', as: 'officer', path: '/papierkorb' },
  { name: 'checklists', as: 'admin', path: '/administration/checklisten' },
  { name: 'case', as: 'officer', ...ofCase('', '/cases?status=IN_PROGRESS') },
  { name: 'case-facts', as: 'officer', ...ofCase('/eckdaten') },
  { name: 'case-follow-ups', as: 'officer', ...ofCase('/wiedervorlagen', '/cases?status=IN_PROGRESS') },
  { name: 'case-documents', as: 'officer', ...ofCase('/dokumente', '/cases?status=IN_PROGRESS') },
  { name: 'case-jobs', as: 'officer', ...ofCase('/arbeitsplaetze') },
  { name: 'case-accountability', as: 'officer', ...ofCase('/zustaendigkeit') },
  { name: 'case-visibility', as: 'officer', ...ofCase('/sichtbarkeit') },
  { name: 'case-handovers', as: 'officer', ...ofCase('/uebergaben') },
  { name: 'case-site-enquiry', as: 'officer', ...ofEnquiry('/flaechenabfrage') },
  { name: 'case-permits', as: 'officer', ...ofCase('/genehmigungen', '/cases?status=IN_PROGRESS') },
  { name: 'case-feedback', as: 'manager', ...ofCase('/rueckmeldung') },
  { name: 'companies', as: 'officer', path: '/unternehmen' },
  { name: 'new-company', as: 'officer', path: '/unternehmen/neu' },
  { name: 'company', as: 'officer', ...ofCompany('') },
  { name: 'company-contacts', as: 'officer', ...ofCompany('/kontakte') },
  { name: 'company-visibility', as: 'officer', ...ofCompany('/sichtbarkeit') },
  { name: 'handovers-in', as: 'liaison', path: '/uebergaben/eingang' },
  { name: 'handovers-out', as: 'liaison', path: '/uebergaben/ausgang' },
  { name: 'handovers-balance', as: 'liaison', path: '/uebergaben/bilanz' },
  { name: 'site-enquiries', as: 'liaison', path: '/flaechenabfragen' },
  { name: 'relocation-notices', as: 'liaison', path: '/uebergaben/verlagerungen' },
  { name: 'permits', as: 'officer', path: '/genehmigungen' },
  { name: 'missing-procedure', as: 'officer', path: `/verfahren/${NOBODY}` },
  { name: 'deadlines', as: 'officer', path: '/fristenrechner' },
  { name: 'deadline-days', as: 'dpo', path: '/fristenrechner?from=2026-11-16&amount=35&unit=WORKING_DAY' },
  { name: 'satisfaction', as: 'manager', path: '/zufriedenheit' },
  { name: 'reports', as: 'manager', path: '/berichte' },
  { name: 'people', as: 'admin', path: '/administration/personen' },
  { name: 'routing-rules', as: 'admin', path: '/administration/zustaendigkeit' },
  { name: 'organisation', as: 'admin', path: '/administration/organisation' },
  { name: 'outbox', as: 'admin', path: '/administration/postausgang' },
  { name: 'audit', as: 'dpo', path: '/administration/protokoll' },
  { name: 'notifications', as: 'officer', path: '/mitteilungen' },
  { name: 'account', as: 'officer', path: '/konto' },
  { name: 'absences', as: 'officer', path: '/konto/abwesenheit' },
  { name: 'not-found', as: 'officer', path: '/gibt-es-nicht' },
  { name: 'missing-case', as: 'officer', path: `/vorgaenge/${NOBODY}` },
  { name: 'missing-company', as: 'officer', path: `/unternehmen/${NOBODY}` },
  { name: 'no-access', as: 'officer', path: '/administration/personen' },
];

export const addressOf = (stop: Stop, script: Script): Promise<string> =>
  typeof stop.path === 'string' ? Promise.resolve(stop.path) : stop.path(script);
