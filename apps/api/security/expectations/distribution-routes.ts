import { table } from './table';

/**
 * Routes of an enquiry for sites, by what the people are to it (see relations.ts). The lead is a municipality: until the enquiry is due
 * it can read and decide nothing. Letters: officer liaison manager administrator DPO.
 */
export const DISTRIBUTION_ROUTES = table(`
                                    lead   invited outside none
  GET /distributions/{id}           +++--  +++--   ...--   ...--
  GET /distributions/{id}/offers.pdf !!---  xx---   ..---   ..---
  POST /distributions/{id}/opened   +++--  +++--   ...--   ...--
  POST /distributions/{id}/answer   xx---  ++---   ..---   ..---
  POST /distributions/{id}/expose   xx---  ++---   ..---   ..---
  GET /distributions/{id}/expose    ...--  +++--   ...--   ...--   # without a name: the own one; the lead was not asked
  POST /distributions/{id}/decision !!---  xx---   ..---   ..---
  POST /distributions/{id}/withdraw ++---  xx---   ..---   ..---
`);
