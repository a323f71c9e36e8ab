import { CONFIDANTS } from '@lotse/cases/api';

/*
 * What this domain's queries may see, in the API's own words; the policies of the database say the same once more.
 * Every query that uses these conditions begins with the parameters of `caseActor`.
 */

const READERS = `$2::uuid is not null and $3::text[] && '{OFFICER,LIAISON,MANAGER}'::text[]`;
const checked = (condition: string): string => `($4::boolean or (${condition}))`;

/** What the lead alone keeps of an enquiry: for its team, where the case is confidential. */
export const readableLead = (k: string, d: string): string =>
  checked(`${READERS} and ${d}.lead_org = $1::uuid and (not ${k}.confidential or ${k}.reader_users && ${CONFIDANTS})`);

/** Enquiries the own organisation leads, or was asked. A confidential one of its own is for the team, though it was asked too. */
export const readableDistribution = (d: string): string =>
  checked(`${READERS} and case when ${d}.lead_org = $1::uuid
    then exists (select from distribution_cases lead where lead.distribution_id = ${d}.id and (not lead.confidential or lead.reader_users && ${CONFIDANTS}))
    else exists (select from distribution_receivers own where own.distribution_id = ${d}.id and own.organisation_id = $1) end`);

/** Who was asked, and what became of it: each organisation about itself, the lead about all. */
export const readableReceiver = (r: string, d: string): string => checked(`${r}.organisation_id = $1::uuid or ${d}.lead_org = $1`);

/** Answers and their exposés: the own one; for the lead all, once the seal is open. */
export const readableAnswer = (a: string, k: string): string => checked(`${a}.organisation_id = $1::uuid or ${k}.unsealed_from <= now()`);

/** Lines of the fairness log: the own ones and those for all; for the lead all once the seal is open, before that whom it asked. */
export const readableLine = (l: string, k: string): string =>
  checked(`${l}.organisation_id is null or ${l}.organisation_id = $1::uuid
    or (${k}.distribution_id is not null and (${l}.kind = 'SENT' or ${k}.unsealed_from <= now()))`);
