import type { Group } from '../world/cast';
import type { SituationName } from '../world/situation';

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;

/** Rows of one table and who reads them with a plain SELECT: the last line of defence, with nothing of the API around it. */
export interface TableRead {
  table: SqlText;
  /** Which rows; `$1` is the id named by `of`. */
  where: SqlText;
  of: 'home' | 'liaison' | 'partnerLiaison' | 'case' | 'company' | 'handover' | 'distribution';
  situation?: SituationName;
  /** Letters for the team: officer liaison manager administrator DPO; `+` reads some of them, `.` none. */
  team: string;
  /** Groups of which nobody reads any. */
  nobodyOf: Group[];
}

const FOREIGN: Group[] = ['partner', 'neighbour', 'stranger'];
const ALL_OTHERS: Group[] = ['others', ...FOREIGN];
const case_ = (table: SqlText, situation: SituationName, nobodyOf: Group[], team = '+++..'): TableRead => ({
  table,
  where: table === 'service_cases' ? 'id = $1' : 'case_id = $1',
  of: 'case',
  situation,
  team,
  nobodyOf,
});
const company = (table: SqlText, situation: SituationName, nobodyOf: Group[]): TableRead => ({
  table,
  where: table === 'companies' ? 'id = $1' : 'company_id = $1',
  of: 'company',
  situation,
  team: '+++..',
  nobodyOf,
});
const home = (table: SqlText, team: string): TableRead => ({ table, where: 'organisation_id = $1', of: 'home', team, nobodyOf: FOREIGN });

/** The lead, a municipality, reads no answer before the enquiry is due; `partner` was asked and answered. */
function distribution(situation: 'own' | 'secret'): TableRead[] {
  const outside: Group[] = situation === 'secret' ? ['others', 'neighbour', 'stranger'] : ['neighbour', 'stranger'];
  const read = (table: SqlText, column: SqlText, nobodyOf: Group[], team = '+++..'): TableRead => ({
    table,
    where: `${column} = $1`,
    of: 'distribution',
    situation,
    team,
    nobodyOf,
  });
  return [
    read('distributions', 'id', outside),
    read('distribution_cases', 'distribution_id', [...outside, 'partner']),
    read('distribution_receivers', 'distribution_id', outside),
    read('distribution_log', 'distribution_id', outside),
    read('distribution_exposes', 'distribution_id', ['others', 'neighbour', 'stranger'], '.....'),
    read('distribution_answers', 'distribution_id', ['others', 'neighbour', 'stranger'], '.....'),
  ];
}

const CASE_TABLES = [
  'service_cases',
  'case_sections',
  'timeline_events',
  'follow_ups',
  'job_effects',
  'documents',
  'permit_procedures',
  'enquiries',
];
const COMPANY_TABLES = ['companies', 'establishments', 'contact_persons', 'interactions'];

export const TABLE_READS: readonly TableRead[] = [
  home('absences', '+++++'),
  home('audit_entries', '....+'),
  home('memberships', '+++++'),
  home('invitations', '...+.'),
  home('outgoing_mails', '...+.'),
  { table: 'users', where: 'id = $1', of: 'liaison', team: '+++++', nobodyOf: FOREIGN },
  { table: 'idempotency_keys', where: 'user_id = $1', of: 'liaison', team: '.+...', nobodyOf: ALL_OTHERS },
  ...CASE_TABLES.map((table) => case_(table, 'own', FOREIGN)),
  ...CASE_TABLES.map((table) => case_(table, 'secret', ALL_OTHERS)),
  ...COMPANY_TABLES.map((table) => company(table, 'own', FOREIGN)),
  ...COMPANY_TABLES.map((table) => company(table, 'secret', ALL_OTHERS)),
  ...(['own', 'secret'] as const).map((situation) => ({
    table: 'document_versions',
    where: 'document_id in (select id from documents where case_id = $1)',
    of: 'case' as const,
    situation,
    team: '+++..',
    nobodyOf: situation === 'own' ? FOREIGN : ALL_OTHERS,
  })),
  // What works beside a case is read with it: by its parties as far as they read its notes, by its owner alone, or by one person alone.
  case_('checklist_items', 'own', FOREIGN),
  case_('checklist_items', 'secret', ALL_OTHERS),
  case_('checklist_items', 'consulted', FOREIGN),
  case_('checklist_items', 'coWork', ['neighbour', 'stranger']),
  case_('relocation_releases', 'own', FOREIGN),
  case_('relocation_releases', 'secret', ALL_OTHERS),
  case_('relocation_releases', 'coWork', FOREIGN),
  case_('relocation_notices', 'own', ['neighbour', 'stranger']),
  case_('relocation_notices', 'secret', ['others', 'neighbour', 'stranger']),
  {
    table: 'handover_claims',
    where: 'handover_id = $1',
    of: 'handover',
    situation: 'offered',
    team: '.....',
    nobodyOf: ['others', 'neighbour', 'stranger'],
  },
  ...(['notifications', 'notification_mutes', 'drafts', 'digest_settings'] as const).flatMap((table): TableRead[] => [
    { table, where: 'user_id = $1', of: 'liaison', team: '.+...', nobodyOf: ALL_OTHERS },
    { table, where: 'user_id = $1', of: 'partnerLiaison', team: '.....', nobodyOf: ['others', 'neighbour', 'stranger'] },
  ]),
  {
    table: 'notifications',
    where: 'user_id = $1 and case_id in (select id from service_cases)',
    of: 'partnerLiaison',
    team: '.....',
    nobodyOf: ['others', 'neighbour', 'stranger'],
  },
  { table: 'checklist_templates', where: 'organisation_id = $1', of: 'home', team: '++++.', nobodyOf: FOREIGN },
  ...(['own', 'secret'] as const).map((situation) => ({
    table: 'permit_events',
    where: 'procedure_id in (select id from permit_procedures where case_id = $1)',
    of: 'case' as const,
    situation,
    team: '+++..',
    nobodyOf: situation === 'own' ? FOREIGN : ALL_OTHERS,
  })),
  case_('case_access', 'consulted', FOREIGN),
  case_('case_stubs', 'taken', FOREIGN),
  case_('case_stubs', 'secretTaken', ALL_OTHERS),
  case_('handovers', 'offered', ['neighbour', 'stranger']),
  case_('handovers', 'secretOffered', ['others', 'neighbour', 'stranger']),
  {
    table: 'handover_messages',
    where: 'handover_id = $1',
    of: 'handover',
    situation: 'offered',
    team: '+++..',
    nobodyOf: ['neighbour', 'stranger'],
  },
  ...(['own', 'secret'] as const).flatMap((situation) => distribution(situation)),
  { table: 'organisation_site_profiles', where: 'organisation_id = $1', of: 'home', team: '++++.', nobodyOf: ['stranger'] },
  case_('surveys', 'graded', FOREIGN),
  {
    table: 'survey_answers',
    where: 'survey_id in (select id from surveys where case_id = $1)',
    of: 'case',
    situation: 'graded',
    team: '..+..',
    nobodyOf: FOREIGN,
  },
  { table: 'published_batches', where: 'owner_org = $1', of: 'home', team: '..+..', nobodyOf: ['stranger'] },
  { table: 'regions', where: '$1::uuid is not null', of: 'home', team: '+++++', nobodyOf: [] },
  { table: 'organisations', where: 'id = $1', of: 'home', team: '+++++', nobodyOf: [] },
  { table: 'municipalities', where: 'organisation_id = $1', of: 'home', team: '+++++', nobodyOf: [] },
  { table: 'postal_codes', where: '$1::uuid is not null', of: 'home', team: '+++++', nobodyOf: [] },
];

/** Statements that write, for people who read the row but may not write it; `$1` case, `$2` company, `$3` somebody of another organisation. */
export const REFUSED_WRITES: Readonly<Record<string, SqlText>> = {
  'change a case': `update service_cases set title = 'x' where id = $1`,
  'change a section': `update case_sections set content = '{}' where case_id = $1`,
  'change a company': `update companies set website = 'x' where id = $2`,
  'change an establishment': `update establishments set name = 'x' where company_id = $2`,
  'change a contact person': `update contact_persons set position = 'x' where company_id = $2`,
  'change a follow-up': `update follow_ups set title = 'x' where case_id = $1`,
  'change a procedure': `update permit_procedures set title = 'x' where case_id = $1`,
  'add an event of a procedure': `insert into permit_events (procedure_id, kind, occurred_on, by_name)
    select id, 'RECEIVED', '2026-01-01', 'x' from permit_procedures where case_id = $1`,
  'remove a job effect': `delete from job_effects where case_id = $1`,
  'add a job effect': `insert into job_effects (id, case_id, effect, attribution, count, source) values (new_id(), $1, 'LOST', 'CAUSED', 1, 'xx')`,
  'add a follow-up': `insert into follow_ups (id, case_id, title, due_on) values (new_id(), $1, 'x', today_in_berlin())`,
  'add a note to a case': `insert into interactions (id, company_id, case_id, kind, text) values (new_id(), $2, $1, 'NOTE', 'x')`,
  'add an establishment': `insert into establishments (id, company_id, street, house_number, postal_code, place, municipality_source)
    values (new_id(), $2, 'x', '1', '00000', 'x', 'OUTSIDE')`,
  'release a move': `insert into relocation_releases (case_id, kind, agreed_by, happened_on, recorded_by_name) values ($1, 'CONSENT', 'x', '2026-01-01', 'x')`,
  'tick an item': `update checklist_items set done_at = now() where case_id = $1`,
  'add an item': `insert into checklist_items (case_id, organisation_id, title, position) values ($1, $3, 'x', 1)`,
  'tell somebody else': `insert into notifications (user_id, organisation_id, case_id, reason, kind, since, latest_at) values ($3, my_org(), $1, 'MENTION', 'x', now(), now())`,
  'silence a case for somebody else': `insert into notification_mutes (user_id, organisation_id, case_id) values ($3, my_org(), $1)`,
  'write a draft of somebody else': `insert into drafts (user_id, organisation_id, key, content) values ($3, my_org(), 'x', '{}')`,
  'use the key of somebody else': `insert into idempotency_keys (user_id, key, fingerprint) values ($3, new_id()::text, '')`,
};

/** The same for people who may read the company only because of their role: managers. */
export const REFUSED_TO_MANAGERS: Readonly<Record<string, SqlText>> = {
  ...REFUSED_WRITES,
  'add a company': `insert into companies (id, name) values (new_id(), 'xx')`,
  'add a contact person': `insert into contact_persons (id, company_id, first_name, last_name) values (new_id(), $2, 'x', 'x')`,
  'change a key': `update idempotency_keys set status = 200 where user_id = $3`,
  // The follow-up that is theirs they may finish, not give away.
  'give a follow-up away': `update follow_ups set assignee_id = $3 where case_id = $1 and title = 'für die Leitung'`,
};

/** Refused even to who may change the row. */
export const REFUSED_TO_OWNERS: Readonly<Record<string, SqlText>> = {
  'give a follow-up to somebody of another organisation': `update follow_ups set assignee_id = $3 where case_id = $1`,
  'enter a follow-up for somebody of another organisation': `insert into follow_ups (id, case_id, assignee_id, title, due_on)
    values (new_id(), $1, $3, 'x', today_in_berlin())`,
};
