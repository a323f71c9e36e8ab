import { table } from './table';

/**
 * Routes of a company that is not open to the region (a firm of a natural person, or confidential), by the relation of the people
 * to it. Letters: officer liaison manager administrator DPO.
 *
 *   keeper   their organisation entered it               reader   they read it because they read one of its cases
 *   adviser  the same, but of a case whose contact person did not travel
 *   owner    they own one of its cases                   caseTeam / keeperOf   confidential: the team of its case, now or before
 *   asked / newTeam   confidential: the liaison who was asked, or who took the case over
 * Contacts are those the keeper entered; with a case that was taken over goes an entry of the new owner's own.
 */
export const COMPANY_ROUTES = table(`
                                      keeper  caseTeam  keeperOf  reader  adviser  owner  asked  newTeam  outside  none
  GET /companies/{id}                 +++--   +++--     +..--     +++--   +++--    +++--  .+.--  .+.--    ...--    ...--
  GET /companies/{id}/interactions    +++--   +++--     +..--     +++--   +++--    +++--  .+.--  .+.--    ...--    ...--
  GET /companies/{id}/open-cases      +++--   +++--     +..--     +++--   +++--    +++--  .+.--  .+.--    ...--    ...--
  GET /companies/{id}/visibility      +++--   +++--     +..--     +++--   +++--    +++--  .+.--  .+.--    ...--    ...--
  PATCH /companies/{id}               ++---   +x---     +.---     xx---   xx---    ++---  .x---  .x---    ..---    ..---
  POST /companies/{id}/release        ..---   +.---     +.---     ..---   ..---    ..---  ..---  ..---    ..---    ..---
  PUT /companies/{id}/team            ..---   +.---     +.---     ..---   ..---    ..---  ..---  ..---    ..---    ..---
  POST /companies/{id}/establishments ++---   +x---     +.---     xx---   xx---    ++---  .x---  .x---    ..---    ..---
  POST /companies/{id}/contacts       ++---   ++---     +.---     ++---   ++---    ++---  .+---  .+---    ..---    ..---
  POST /companies/{id}/interactions   ++---   ++---     +.---     ++---   ++---    ++---  .+---  .+---    ..---    ..---
  PATCH /establishments/{id}          ++---   +x---     +.---     xx---   xx---    ++---  .x---  .x---    ..---    ..---
  PATCH /contacts/{id}                ++---   ++---     +.---     xx---   ..---    ..---  .x---  ..---    ..---    ..---
`);

export const COMPANY_SHOWS: Readonly<Record<string, string>> = {
  'GET /companies/{id}': 'company project street contact',
  'GET /companies/{id}/interactions': 'note companyNote',
  'GET /companies/{id}/open-cases': 'openTitle',
};
