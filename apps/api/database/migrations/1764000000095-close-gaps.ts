import { migration } from './migration';

/** Policies and foreign keys look rows up by it also when they are done. */
const INDEXES = `
set role lotse_owner;
create index on follow_ups (organisation_id);
`;

/**
 * A mail is rendered from its template and a row, links included. So what the API may send by itself is named here: the invitation
 * of the acting organisation, to nobody but the person invited. Everything else is sent by the rules of the database.
 */
const MAILS = `
set role lotse_definer;
create or replace function enqueue_own_mail(p_template text, p_ref uuid, p_recipient text, p_language text, p_is_case_mail boolean) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_org() is null then perform refuse(401, 'session.missing'); end if;
  if p_template <> 'invitation' or not exists (select from invitations i where i.id = p_ref and i.organisation_id = my_org()
      and i.email = lower(p_recipient) and i.ended_at is null and has_role('{ADMINISTRATOR}')) then
    perform refuse(404, 'mail.notFound');
  end if;
  return enqueue_mail(p_template, p_ref, my_org(), p_recipient, p_language, p_is_case_mail);
end
$$;
`;

/** Who may enter and end absences is said by the database too: they move rights from one person to another. */
const ABSENCES = `
set role lotse_definer;
create or replace function set_absence(p_user uuid, p_deputy uuid, p_from date, p_to date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := my_org(); result uuid;
begin
  if not has_role('{OFFICER,LIAISON,MANAGER}') then perform refuse(403, 'permission.missing'); end if;
  if p_user <> my_user() and not has_role('{ADMINISTRATOR,MANAGER}') then perform refuse(404, 'person.notFound'); end if;
  if (select count(*) from memberships m join users u on u.id = m.user_id where m.organisation_id = org and m.is_active and u.is_active
      and (m.user_id = p_user or (m.user_id = p_deputy and m.roles && '{OFFICER,LIAISON}'))) < 2 then
    perform refuse(404, 'person.notFound');
  end if;
  -- Who enters an absence for somebody else may not thereby read that person's confidential cases.
  if p_user <> my_user() and p_deputy = my_user() then perform refuse(403, 'absence.deputyIsSelf'); end if;
  perform from memberships where user_id = p_user and organisation_id = org for update;
  if exists (select from absences where organisation_id = org and user_id = p_user and daterange(starts_on, ends_on, '[]') && daterange(p_from, p_to, '[]')) then
    perform refuse(409, 'absence.overlaps');
  end if;
  insert into absences (organisation_id, user_id, deputy_id, starts_on, ends_on) values (org, p_user, p_deputy, p_from, p_to) returning id into result;
  perform audit('absence.entered', 'user', p_user, jsonb_build_object('deputy', p_deputy, 'from', p_from, 'to', p_to));
  return result;
end
$$;

create or replace function end_absence(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not has_role('{OFFICER,LIAISON,MANAGER}') then perform refuse(403, 'permission.missing'); end if;
  delete from absences where id = p_id and organisation_id = my_org() and (user_id = my_user() or has_role('{ADMINISTRATOR,MANAGER}'));
  if not found then perform refuse(404, 'absence.notFound'); end if;
  perform audit('absence.ended', 'absence', p_id);
end
$$;
`;

/** Checks of several policies add up: one without a role would let a lead give away the task that is theirs to finish. */
const FOLLOW_UPS = `
set role lotse_owner;
alter policy change_follow_ups on follow_ups with check (organisation_id = (select my_org()) and (select has_role('{OFFICER,LIAISON}'))
  and (assignee_id is null or exists (select from memberships m where m.user_id = assignee_id and m.organisation_id = (select my_org()))));
`;

export const closeGaps = migration(1764000000095, 'CloseGaps', INDEXES, MAILS, ABSENCES, FOLLOW_UPS);
