import { table } from './table';

/** Routes below a case, by the relation of the people to it (see relations.ts). Letters: officer liaison manager administrator DPO. */
export const CASE_ROUTES = table(`
                                   owner  team   outside none   offered asked  consulted coWork newOwner newTeam former formerTeam formerOutside history
  GET /cases/{id}                  +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   sss--  sss--      ...--         ...--
  GET /cases/{id}/timeline         +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/accountability   +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/routing-suggestion +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/visibility +++-- +++-- ...-- ...-- +++-- .+.-- +++-- +++-- +++-- .+.-- +++-- +++-- ...-- ...--
  GET /cases/{id}/agreements       +++--  +++--  ...--   ...--  ...--   ...--  ...--     ...--  +++--    .+.--   ...--  ...--      ...--         ...--
  POST /cases/{id}/agreements      ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  GET /cases/{id}/follow-ups       +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/job-effects      +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/documents        +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   +++--  +++--      ...--         ...--
  GET /documents/{id}              +++--  +++--  ...--   ...--  +++--   .+.--  ...--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /documents/{id}/versions/{number}/content +++--  +++--  ...--   ...--  +++--   .+.--  ...--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  POST /cases/{id}/documents       ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /documents/{id}/versions    ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
  PATCH /documents/{id}            ++---  ++---  ..---   ..---  ..---   ..---  ..---     xx---  ++---    .+---   ..---  ..---      ..---         ..---
  DELETE /documents/{id}           ++---  ++---  ..---   ..---  ..---   ..---  ..---     xx---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /documents/{id}/restore     ++---  ++---  ..---   ..---  ..---   ..---  ..---     xx---  ++---    .+---   ..---  ..---      ..---         ..---
  GET /cases/{id}/handovers        +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   +++--  +++--      ...--         ...--
  GET /cases/{id}/enquiry          +++--  +++--  ...--   ...--  +++--   .+.--  ...--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/handover-preview ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  GET /cases/{id}/distributions     +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--   # of the owner's enquiries others read none
  GET /cases/{id}/survey           +++--  +++--  ...--   ...--  ...--   ...--  ...--     ...--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/relocation       +++--  +++--  ...--   ...--  ...--   ...--  ...--     ...--  +++--    .+.--   ...--  ...--      ...--         ...--
  POST /cases/{id}/relocation-release    !!---  !!---  ..---   ..---  ..---   ..---  ..---     ..---  !!---    .!---   ..---  ..---      ..---         ..---   # for relocations
  DELETE /cases/{id}/relocation-release  !!---  !!---  ..---   ..---  ..---   ..---  ..---     ..---  !!---    .!---   ..---  ..---      ..---         ..---
  POST /cases/{id}/relocation-notices    !!---  !!---  ..---   ..---  ..---   ..---  ..---     ..---  !!---    .!---   ..---  ..---      ..---         ..---
  GET /cases/{id}/mute             +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  PUT /cases/{id}/mute             +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  DELETE /cases/{id}/mute          +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  GET /cases/{id}/presence         +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  PUT /cases/{id}/presence         +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  DELETE /cases/{id}/presence      +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  PATCH /cases/{id}                ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  PUT /cases/{id}/next-step        +++--  +++--  ...--   ...--  ...--   ...--  ...--     ...--  +++--    .+.--   ...--  ...--      ...--         ...--
  PUT /cases/{id}/team             ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  PUT /cases/{id}/officer          +++--  +++--  ...--   ...--  ...--   ...--  ...--     ...--  +++--    .+.--   ...--  ...--      ...--         ...--
  PUT /cases/{id}/confidential     ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  PUT /cases/{id}/section-level    ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /cases/{id}/follow-ups      ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
  PATCH /follow-ups/{id}           ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  PUT /follow-ups/{id}/done        ++.--  ++.--  ...--   ...--  ...--   ...--  ...--     ...--  ++.--    .+.--   ...--  ...--      ...--         ...--
  POST /agreements/{id}/withdraw   ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /cases/{id}/job-effects     ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  DELETE /job-effects/{id}         ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  PUT /cases/{id}/status           ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  GET /cases/{id}/checklist        +++--  +++--  ...--   ...--  +++--   .+.--  +++--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  POST /cases/{id}/checklist       ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /cases/{id}/delete          ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  DELETE /follow-ups/{id}          ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /cases/{id}/handovers       ++---  ++---  ..---   ..---  ..---   ..---  ..---     ..---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /cases/{id}/distributions    !!---  !!---  ..---   ..---  ..---   ..---  ..---     ..---  !!---    .!---   ..---  ..---      ..---         ..---   # for settlements, one at a time
  GET /cases/{id}/procedures       +++--  +++--  ...--   ...--  +++--   .+.--  ...--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  POST /cases/{id}/procedures      ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
  GET /procedures/{id}             +++--  +++--  ...--   ...--  +++--   .+.--  ...--     +++--  +++--    .+.--   ...--  ...--      ...--         ...--
  PATCH /procedures/{id}           ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
  POST /procedures/{id}/events     ++---  ++---  ..---   ..---  ..---   ..---  ..---     ++---  ++---    .+---   ..---  ..---      ..---         ..---
`);

/** Which texts of a situation a route shows, to those who may read them at all (content.ts). `called`: the company as
 * the case names it, a confidential one by its project; a first word with a colon: nothing, unless that text is there and may be read. */
export const CASE_SHOWS: Readonly<Record<string, string>> = {
  'GET /cases/{id}': 'title details nextStep contact called project',
  'GET /cases/{id}/timeline': 'title note followUp effect document procedure offer message decision',
  'GET /cases/{id}/follow-ups': 'followUp: followUp title called',
  'GET /cases/{id}/agreements': 'agreement',
  'GET /cases/{id}/job-effects': 'effect',
  'GET /cases/{id}/documents': 'document',
  'GET /cases/{id}/procedures': 'procedure: procedure title called',
  'GET /procedures/{id}': 'procedure: procedure title called',
  'GET /documents/{id}': 'document',
  'GET /documents/{id}/versions/{number}/content': 'document',
  'GET /cases/{id}/handovers': 'offer: title called offer message decision',
  'GET /cases/{id}/enquiry': 'enquiry',
  'GET /cases/{id}/handover-preview': 'title contact called note followUp document',
  'GET /cases/{id}/survey': 'comment',
};

/** Where the right is there and the state of the situation is not: closed, or shared with somebody. */
export const STATE_FORBIDS: Readonly<Record<string, readonly string[]>> = {
  'POST /cases/{id}/handovers': ['graded'],
  'PUT /cases/{id}/status': ['graded'],
  // Their sites were asked for, so others know of them.
  'POST /cases/{id}/delete': [
    'own',
    'secret',
    'offered',
    'secretOffered',
    'consulted',
    'coWork',
    'taken',
    'secretTaken',
    'declined',
    'ended',
    'graded',
  ],
  'PUT /cases/{id}/confidential': ['offered', 'consulted', 'coWork'],
};

/** What is left of a case to who gave it away: these fields, no other. */
export const STUB_FIELDS = ['access', 'fileNumber', 'id', 'ownerOrganisationId', 'status', 'type'];
