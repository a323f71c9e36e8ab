import { Injectable } from '@nestjs/common';
import { CONFIDANTS, sectionOfFew, trustedRoles } from '@lotse/cases/api';
import { AccessChecks, type Actor } from '@lotse/shared/api';

/** The first three parameters of every query that uses the conditions below. */
export const actorParameters = (actor: Actor): [organisationId: string, userId: string, roles: string[]] => [
  actor.organisationId,
  actor.userId,
  trustedRoles(actor),
];

/** No condition, but every parameter is named: PostgreSQL must know their types. */
const OFF = '($1::uuid is not null and $2::uuid is not null and $3::text[] is not null)';

/** What this domain's queries may see, in the API's own words; the policies of the database say the same once more. */
@Injectable()
export class FeedbackAccess {
  constructor(private readonly checks: AccessChecks) {}

  /** Cases of which the person reads the section FEEDBACK. */
  cases(c: string): string {
    return this.on(`($3::text[] && '{OFFICER,LIAISON,MANAGER}'::text[]
      and exists (select from case_sections part where part.case_id = ${c}.id and part.section = 'FEEDBACK' and (part.reader_orgs @> array[$1::uuid] or ${sectionOfFew('part')}))
      and (not ${c}.confidential or ${c}.reader_users && ${CONFIDANTS} or (${c}.liaison_orgs @> array[$1::uuid] and 'LIAISON' = any ($3::text[]))))`);
  }

  /** Single answers: for the lead of the owner at closure. */
  answers(s: string): string {
    return this.on(`($2::uuid is not null and 'MANAGER' = any ($3::text[]) and ${s}.owner_org = $1::uuid
      and not exists (select from case_sections part where part.case_id = ${s}.case_id and part.section = 'FEEDBACK' and part.level = 'PERSON'
        and not coalesce(${sectionOfFew('part')}, false)))`);
  }

  private on(condition: string): string {
    return this.checks.enabled ? condition : OFF;
  }
}
