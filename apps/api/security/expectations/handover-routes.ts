import { table } from './table';

/** Routes of a handover, by what the people are to it (see relations.ts). Letters: officer liaison manager administrator DPO. */
export const HANDOVER_ROUTES = table(`
                                sentOpen sentRunning sentDone sentOver gotOpen gotOpenSecret gotRunning gotDone gotDoneSecret gotOver outside none
  GET /handovers/{id}           +++--    +++--       +++--    +++--    +++--   .+.--         +++--      +++--   .+.--         +++--   ...--   ...--
  POST /handovers/{id}/accept   xx---    xx---       xx---    xx---    ++---   .+---         !!---      !!---   .!---         !!---   ..---   ..---
  POST /handovers/{id}/decline  xx---    xx---       xx---    xx---    ++---   .+---         !!---      !!---   .!---         !!---   ..---   ..---
  POST /handovers/{id}/withdraw ++---    !!---       !!---    !!---    xx---   .x---         xx---      xx---   .x---         xx---   ..---   ..---
  POST /handovers/{id}/return   xx---    xx---       xx---    xx---    !!---   .!---         !!---      ++---   .+---         !!---   ..---   ..---
  POST /handovers/{id}/end      !!---    ++---       !!---    !!---    !!---   .!---         ++---      !!---   .!---         !!---   ..---   ..---
  PUT /handovers/{id}/claim     xx---    xx---       xx---    xx---    ++---   .+---         !!---      !!---   .!---         !!---   ..---   ..---
  DELETE /handovers/{id}/claim  xx---    xx---       xx---    xx---    ++---   .+---         !!---      !!---   .!---         !!---   ..---   ..---
  POST /handovers/{id}/messages ++---    ++---       !!---    !!---    ++---   .+---         ++---      !!---   .!---         !!---   ..---   ..---
`);

export const HANDOVER_SHOWS: Readonly<Record<string, string>> = {
  'GET /handovers/{id}': 'offer: title called offer message decision',
};
