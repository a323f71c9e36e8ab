import { table } from './table';

/** Routes that name no row: what they show is told by lists.ts. Letters: officer liaison manager administrator DPO. */
export const COLLECTION_ROUTES = table(`
                                everybody
  GET /live                     +++++
  GET /session                  +++++
  GET /organisations            +++++
  GET /people                   ++++-
  GET /people/invitations       ---+-
  GET /absences                 +++--
  GET /audit                    ----+
  GET /outgoing-mail            ---+-
  GET /companies                +++--
  GET /companies/duplicates     +++--
  GET /industries               +++--
  GET /municipality-suggestions ++++-
  GET /cases                    +++--
  GET /routing/suggestion       ++++-
  GET /routing/rules            ++++-
  GET /cases/confidential-count --+--
  GET /procedures               +++--
  GET /deadlines                +++++
  GET /calendar-entries         ++++-
  POST /calendar-entries        ---+-
  POST /calendar-entries/preview ---+-
  GET /clock-policies           ++++-
  POST /clock-policies          ---+-
  POST /clock-policies/preview  ---+-
  GET /holidays                 +++++
  GET /follow-ups               +++--
  GET /bin                      +++--
  GET /checklist-templates      ---+-
  POST /checklist-templates     ---+-
  GET /handovers                +++--
  GET /distributions            +++--
  GET /distributions/matches    ++---
  GET /site-profile             ++++-
  PUT /site-profile             -+-+-
  GET /my-day                   +++--
  GET /notifications            +++--
  GET /notifications/count      +++--
  PUT /notifications/read       +++--
  GET /notification-digest      +++--
  PUT /notification-digest      +++--
  GET /organisation-settings    ---+-
  PUT /organisation-settings    ---+-
  GET /drafts                   +++++
  GET /drafts/{key}             +++++
  PUT /drafts/{key}             +++++
  DELETE /drafts/{key}          +++++
  GET /satisfaction             --+--
  GET /reports/settlements      --+--
  GET /relocation-notices       -+---
  POST /absences                +++--
  POST /people/invitations      ---+-
  POST /companies               ++---
  POST /cases                   ++---
  POST /cases/bulk              +++--
  POST /routing/rules           ---+-
  PUT /session/organisation     +++++
  PUT /session/password         +++++
  PUT /session/language         +++++
  DELETE /session               +++++
  GET /session/viewings         +++++
  POST /session/view-as         ---+-
  DELETE /session/view-as       +++++
`);

/**
 * Where the database has no rule by role, so that with the policies alone people get an answer their role would be refused: colleagues
 * of the own organisation and their absences, reference data of the product, figures that are all zero, and site profiles, which are empty then.
 */
export const WITHOUT_RULE_BY_ROLE: readonly string[] = [
  'GET /people',
  'GET /absences',
  'GET /industries',
  'GET /municipality-suggestions',
  'GET /routing/suggestion',
  'GET /cases/confidential-count',
  'POST /cases/bulk', // answers for each row by itself: there is no such case
  'GET /notifications/count',
  'PUT /notifications/read',
  'GET /notification-digest',
  'PUT /notification-digest',
  'GET /organisation-settings',
  'GET /reports/settlements',
  'GET /distributions/matches',
  'GET /site-profile',
  'GET /clock-policies', // how is counted is no secret inside the region
  'POST /calendar-entries/preview', // counts only procedures the person reads
];

/** Rows of an organisation itself: asked by colleagues of the person they are about, and by people of other organisations. */
export const STAFF_ROUTES = table(`
                                  colleagues  foreign
  PATCH /people/{id}              ---+-       ---.-
  PUT /people/{id}/active         ---+-       ---.-
  PATCH /routing/rules/{id}       ---.-       ---.-   # no rule of their region
  DELETE /people/invitations/{id} ---+-       ---.-
  GET /organisations/{id}/accountability +++--  ...--
  POST /undo/{id}                 ...--       ...--   # nobody takes back what somebody else did
  POST /bin/{id}/restore          ..---       ..---
  PUT /checklist-items/{id}/done  ..---       ..---   # an unknown item: the others are in checklist.spec.ts
  DELETE /checklist-items/{id}    ..---       ..---
  POST /checklist-items/{id}/hand ..---       ..---
  PATCH /checklist-templates/{id} ---.-       ---.-
  DELETE /checklist-templates/{id} ---.-      ---.-
  PATCH /calendar-entries/{id}    ---.-       ---.-   # an unknown one: the others are in calendars.spec.ts
  DELETE /calendar-entries/{id}   ---.-       ---.-
  PUT /notifications/{id}/read    ...--       ...--   # of somebody else
  DELETE /absences/{id}           ..+--       ...--   # the absence of somebody else: managers may
  POST /outgoing-mail/{id}/retry  ---.-       ---.-   # a mail that waits is not sent again
`);

/** What anybody may ask without signing in, and the answer to a link nobody was given. */
export const PUBLIC_ROUTES: ReadonlyMap<string, number> = new Map([
  ['GET /api/health/live', 200],
  ['GET /api/health/ready', 200],
  ['GET /demo-accounts', 404],
  ['POST /session', 401],
  ['POST /enquiries', 400],
  ['GET /invitations/{token}', 404],
  ['POST /invitations/{token}/accept', 404],
  ['GET /surveys/{token}', 404],
  ['POST /surveys/{token}/answer', 404],
]);
