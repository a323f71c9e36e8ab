import type { AccessChecks, Actor } from '@lotse/shared/api';

const TRUSTED = 'TRUSTED';

/** The roles for queries, and that what is confidential may be read as the person's own rights say. */
export const trustedRoles = (actor: Actor): string[] => (actor.viewer ? actor.roles : [...actor.roles, TRUSTED]);

/**
 * What this domain's queries may see, in the API's own words; the policies of the database say the same once more.
 * Every query that uses these conditions has the acting person as its first four parameters. The fourth is true only
 * where a test switches the API's checks off; PostgreSQL folds it away when it plans, so indexes stay usable.
 * The third names, besides the roles, whether the person shares confidences: not while somebody else looks at their view.
 */
export const caseActor = (
  actor: Actor,
  checks: AccessChecks,
): [organisationId: string, userId: string, roles: string[], unchecked: boolean] => [
  actor.organisationId,
  actor.userId,
  trustedRoles(actor),
  !checks.enabled,
];

/** Names the person too: PostgreSQL must know the type of every parameter it is given. */
const READERS = `$2::uuid is not null and $3::text[] && '{OFFICER,LIAISON,MANAGER}'::text[]`;
const WORKERS = `$2::uuid is not null and $3::text[] && '{OFFICER,LIAISON}'::text[]`;
/** The person and everybody they stand in for today, as an array of ids. */
export const ACTING = `(array[$2::uuid] || array(select away.user_id from absences away
  where away.deputy_id = $2 and away.organisation_id = $1 and today_in_berlin() between away.starts_on and away.ends_on))`;
/** Those whose confidences the person shares: nobody's, while somebody else looks at the person's view. */
export const CONFIDANTS = `(case when '${TRUSTED}' = any ($3::text[]) then ${ACTING} else '{}'::uuid[] end)`;
const checked = (condition: string): string => `($4::boolean or (${condition}))`;

/** Cases of the person's organisation that the person reads. `owner_org` stands alone, so that the index by owner serves lists. */
export const ownCase = (c: string): string =>
  `(${c}.owner_org = $1::uuid and ${checked(`${c}.deleted_at is null and ${READERS} and (not ${c}.confidential or ${c}.reader_users && ${CONFIDANTS})`)})`;

/** Cases others share with the person's organisation, in whole or in part. */
export const sharedCase = (c: string): string =>
  `(${c}.reader_orgs @> array[$1::uuid] and ${c}.owner_org <> $1::uuid and ${checked(`${READERS} and (not ${c}.confidential
    or ${c}.reader_users && ${CONFIDANTS} or (${c}.liaison_orgs @> array[$1::uuid] and 'LIAISON' = any ($3::text[])))`)})`;

/** Cases the person reads at least in part. */
export const readableCase = (c: string): string =>
  checked(`${c}.deleted_at is null and ${READERS} and (${c}.owner_org = $1::uuid or ${c}.reader_orgs @> array[$1::uuid])
    and (not ${c}.confidential or ${c}.reader_users && ${CONFIDANTS} or (${c}.liaison_orgs @> array[$1::uuid] and 'LIAISON' = any ($3::text[])))`);

/** Sections kept for the officer in charge and the team, of whom the person is one or stands in for one. */
export const sectionOfFew = (s: string): string => `(${s}.people_org = $1::uuid and ${s}.people && ${CONFIDANTS})`;

/** Sections the person adds to, whatever the role. */
export const contributedSection = (s: string): string => `(${s}.contributor_orgs @> array[$1::uuid] or ${sectionOfFew(s)})`;

/** Sections of a readable case that the person reads. */
export const readableSection = (s: string): string => checked(`${READERS} and (${s}.reader_orgs @> array[$1::uuid] or ${sectionOfFew(s)})`);

/** Sections the person may add to. */
export const writableSection = (s: string): string => checked(`${WORKERS} and ${contributedSection(s)}`);

/** Events for everybody who reads their section, or for the person's organisation as a party. */
export const readableEvent = (e: string): string => checked(`${e}.parties is null or ${e}.parties @> array[$1::uuid]`);

/** What is left to a former owner: that the case exists and who has it. */
export const readableStub = (s: string): string =>
  checked(`${READERS} and ${s}.organisation_id = $1::uuid and (${s}.reader_users is null or ${s}.reader_users && ${CONFIDANTS})`);
