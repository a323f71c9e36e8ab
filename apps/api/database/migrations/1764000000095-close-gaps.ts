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

export const closeGaps = migration(1764000000095, 'CloseGaps', INDEXES, MAILS);
