import { createHash, randomUUID } from 'node:crypto';
import type { World } from '@lotse/shared/testing';
import type { Cast } from '../world/cast';
import type { DatabaseActor } from '../world/database-actor';

/** Rows of the organisation `home` itself; `colleague` is the officer of the group `others`. */
export interface Staff {
  personId: string;
  invitationId: string;
  absenceId: string;
  mailId: string;
  notificationId: string;
  organisationId: string;
}

/** An absence of next year (so nobody stands in yet), an invitation, a mail. */
export async function enterStaff(db: DatabaseActor, world: World, cast: Cast): Promise<Staff> {
  const [officer, liaison, administrator] = [
    cast.person('others', 'OFFICER'),
    cast.person('others', 'LIAISON'),
    cast.person('others', 'ADMINISTRATOR'),
  ];
  const absence = await db.as<{ id: string }>(officer, `select set_absence($1, $2, '2030-01-07', '2030-01-11') as id`, [
    officer.userId,
    liaison.userId,
  ]);
  const invitationId = randomUUID();
  const hash = createHash('sha256').update(invitationId).digest();
  await db.as(administrator, `select invite_person($1, 'neu@ort.example', 'Neu Beispiel', '{OFFICER}', $2)`, [invitationId, hash]);
  const [mail] = await world.sql<{ id: string }>(
    `insert into outgoing_mails (template, ref_id, organisation_id, recipient) values ('handover.offered', $1, $2, 'wer@ort.example') returning id`,
    [randomUUID(), cast.houses.home.id],
  );
  // To a colleague of the others, about whatever case the world has: it belongs to them alone.
  const [notification] = await world.sql<{ id: string }>(
    `insert into notifications (user_id, organisation_id, case_id, reason, kind, since, latest_at)
     select $1, $2, c.id, 'TEAM', 'case.changed', now(), now() from service_cases c where c.owner_org = $2 order by c.id limit 1
     on conflict (user_id, organisation_id, case_id) do update set kind = excluded.kind returning id`,
    [officer.userId, cast.houses.home.id],
  );
  return {
    notificationId: notification?.id ?? randomUUID(),
    personId: officer.userId,
    invitationId,
    absenceId: absence?.id ?? '',
    mailId: mail?.id ?? '',
    organisationId: cast.houses.home.id,
  };
}
