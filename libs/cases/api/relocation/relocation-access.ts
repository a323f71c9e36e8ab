import { ownCase } from '../case-access';

/** Releases of moves: for who reads the case in the organisation that owns it. */
export const readableRelease = (r: string): string =>
  `exists (select from service_cases own where own.id = ${r}.case_id and ${ownCase('own')})`;

/** Notices to the own organisation: for its liaisons. */
export const noticeToUs = (n: string): string =>
  `(${n}.organisation_id = $1::uuid and ($4::boolean or ($2::uuid is not null and 'LIAISON' = any ($3::text[]))))`;
