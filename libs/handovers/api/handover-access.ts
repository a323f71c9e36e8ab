import { Injectable } from '@nestjs/common';
import { AccessChecks } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';

/** The first three parameters of every query that uses the conditions below. */
export const actorParameters = (actor: Actor): [organisationId: string, userId: string, roles: string[]] => [
  actor.organisationId,
  actor.userId,
  actor.roles,
];

const ROLES = `$3::text[] && '{OFFICER,LIAISON,MANAGER}'::text[]`;
const LIAISON = `'LIAISON' = any ($3::text[])`;
/** No condition, but every parameter is named: PostgreSQL must know their types. */
const OFF = '($1::uuid is not null and $2::uuid is not null and $3::text[] is not null)';

/** The person and everybody they stand in for today. */
const ACTING = `(array[$2::uuid] || array(select away.user_id from absences away
  where away.deputy_id = $2 and away.organisation_id = $1 and today_in_berlin() between away.starts_on and away.ends_on))`;

/**
 * What this domain's queries may see, in the API's own words; the policies of the database say the same once more.
 * Each method gives the condition for the table behind the alias.
 */
@Injectable()
export class HandoverAccess {
  constructor(private readonly checks: AccessChecks) {}

  /** Handovers of the own organisation; confidential ones for the team of the sender or owner and the liaisons of the receiver. */
  handovers(h: string): string {
    return this.on(`(${ROLES} and $1::uuid in (${h}.from_org, ${h}.to_org)
      and (not ${h}.confidential or ${h}.reader_users && ${ACTING} or (${h}.to_org = $1 and ${LIAISON})
        or exists (select from service_cases own where own.id = ${h}.case_id and own.owner_org = $1 and own.reader_users && ${ACTING})))`);
  }

  /** Cases the person reads at least in part. */
  cases(c: string): string {
    return this.on(`(${ROLES} and (${c}.owner_org = $1 or ${c}.reader_orgs @> array[$1::uuid])
      and (not ${c}.confidential or ${c}.reader_users && ${ACTING} or (${c}.liaison_orgs @> array[$1::uuid] and ${LIAISON})))`);
  }

  /** Cases the person's organisation owns and the person reads. */
  ownCases(c: string): string {
    return this.on(`(${ROLES} and ${c}.owner_org = $1 and (not ${c}.confidential or ${c}.reader_users && ${ACTING}))`);
  }

  /** Stubs: of former owners, and of receivers whose offer waits for the company's agreement. */
  stubs(s: string): string {
    return this.on(`(${ROLES} and ${s}.organisation_id = $1 and (${s}.reader_users is null or ${s}.reader_users && ${ACTING}))`);
  }

  /** The words of an offer: the sender's own for good, the receiver's while it reads the case because of them. */
  words(h: string, c: string): string {
    return this.on(`(${h}.from_org = $1 or (${h}.state = 'OFFERED' and not ${h}.stub_only)
      or (${h}.state = 'ACCEPTED' and (${h}.kind <> 'TRANSFER' or ${c}.owner_org = $1)))`);
  }

  /** Questions and answers: while something is open or shared; afterwards each side keeps its own, the sender all. */
  messages(m: string, h: string): string {
    return this.on(`(${h}.from_org = $1 or ${m}.by_org = $1 or ${h}.state in ('OFFERED', 'ACCEPTED'))`);
  }

  private on(condition: string): string {
    return this.checks.enabled ? condition : OFF;
  }
}
