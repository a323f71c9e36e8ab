import { CONFIDANTS } from '@lotse/cases/api';

/*
 * What this domain's queries may see, in the API's own words; the policies of the database say the same once more.
 * Every query that uses these conditions begins with the parameters of `caseActor`; conditions on cases and stubs are those
 * of the cases domain.
 */

const READERS = `$2::uuid is not null and $3::text[] && '{OFFICER,LIAISON,MANAGER}'::text[]`;
const checked = (condition: string): string => `($4::boolean or (${condition}))`;

/** Handovers of the own organisation; confidential ones for the team of the sender or owner and the liaisons of the receiver. */
export const readableHandover = (h: string): string =>
  checked(`${READERS} and $1::uuid in (${h}.from_org, ${h}.to_org)
    and (not ${h}.confidential or ${h}.reader_users && ${CONFIDANTS} or (${h}.to_org = $1 and 'LIAISON' = any ($3::text[]))
      or exists (select from service_cases own where own.id = ${h}.case_id and own.owner_org = $1 and own.reader_users && ${CONFIDANTS}))`);

/** Open offers to the own organisation that the person may decide: what the inbox calls open, its figure and "Mein Tag". */
export const offerToDecide = (h: string): string =>
  `(${h}.to_org = $1::uuid and ${h}.state = 'OFFERED' and ${readableHandover(h)} and ${checked(`$3::text[] && '{OFFICER,LIAISON}'::text[]`)})`;

/** The words of an offer: the sender's own for good, the receiver's while it reads the case because of them. */
export const readableWords = (h: string, c: string): string =>
  checked(`${h}.from_org = $1 or (${h}.state = 'OFFERED' and not ${h}.stub_only)
    or (${h}.state = 'ACCEPTED' and (${h}.kind <> 'TRANSFER' or ${c}.owner_org = $1))`);

/** Questions and answers, as the words of the offer; the receiver keeps its own for good. */
export const readableMessage = (m: string, h: string, c: string): string =>
  checked(`${h}.from_org = $1 or ${m}.by_org = $1 or (${h}.state = 'OFFERED' and not ${h}.stub_only)
    or (${h}.state = 'ACCEPTED' and (${h}.kind <> 'TRANSFER' or ${c}.owner_org = $1))`);
