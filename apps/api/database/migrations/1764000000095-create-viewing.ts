import { migration } from './migration';

/** An end of viewing leaves its line in the log, whoever or whatever ends it; a change of rights ends it at once. */
const ENDS = `
set role lotse_definer;
create function end_of_viewing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.revoked_at is not null then
    new.viewing_user_id := null;
    new.viewing_until := null;
  end if;
  if tg_op = 'DELETE' or new.viewing_user_id is distinct from old.viewing_user_id then
    insert into audit_entries (organisation_id, user_id, action, subject_kind, subject_id, details)
    values (old.organisation_id, old.user_id, 'viewAs.ended', 'user', old.viewing_user_id,
      jsonb_build_object('endedAt', least(now(), old.viewing_until)));
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;

create function end_viewing_of(p_user uuid, p_org uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sessions set viewing_user_id = null, viewing_until = null
  where viewing_user_id is not null and p_user in (viewing_user_id, user_id) and organisation_id = coalesce(p_org, organisation_id)
$$;

create function rights_end_viewing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_viewing_of(new.user_id, new.organisation_id);
  return null;
end
$$;

create function account_ends_viewing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_viewing_of(new.id, null);
  return null;
end
$$;

-- Whoever closed the browser has stopped looking too.
create function end_lapsed_viewings() returns void
language sql security definer set search_path = public, pg_temp as $$
  update sessions set viewing_user_id = null, viewing_until = null where viewing_until <= now()
$$;
grant execute on function end_of_viewing(), rights_end_viewing(), account_ends_viewing() to lotse_owner;
grant execute on function end_lapsed_viewings() to lotse_jobs;

set role lotse_owner;
create trigger viewing_leaves_a_line before update or delete on sessions for each row
  when (old.viewing_user_id is not null) execute function end_of_viewing();
create trigger rights_end_viewing after update of roles, is_active on memberships for each row
  when (old.roles <> new.roles or old.is_active <> new.is_active) execute function rights_end_viewing();
create trigger account_ends_viewing after update of is_active on users for each row
  when (old.is_active <> new.is_active) execute function account_ends_viewing();
`;

/** Begin and end: another token each, so that nothing begun with one pair of eyes goes on with the other. */
const DOORS = `
set role lotse_definer;
create function auth_start_viewing(p_token_hash bytea, p_user uuid, p_reason text, p_new_hash bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare s sessions; held text[];
begin
  select * into s from sessions
  where token_hash = p_token_hash and revoked_at is null and expires_at > now() and last_seen_at > now() - interval '30 minutes' for update;
  if not exists (select from memberships m join users u on u.id = m.user_id where m.user_id = s.user_id
      and m.organisation_id = s.organisation_id and m.is_active and u.is_active and 'ADMINISTRATOR' = any (m.roles)) then
    perform refuse(403, 'permission.missing');
  end if;
  if s.viewing_user_id is not null then perform refuse(403, 'viewAs.readOnly'); end if;
  select m.roles into held from memberships m where m.user_id = p_user and m.organisation_id = s.organisation_id;
  if held is null then perform refuse(404, 'person.notFound'); end if;
  if p_user = s.user_id or 'DATA_PROTECTION_OFFICER' = any (held) or not exists (select from memberships m join users u on u.id = m.user_id
      where m.user_id = p_user and m.organisation_id = s.organisation_id and m.is_active and u.is_active) then
    perform refuse(422, 'viewAs.notPossible');
  end if;
  update sessions set token_hash = p_new_hash, viewing_user_id = p_user, viewing_until = least(now() + interval '30 minutes', expires_at),
    last_seen_at = now() where id = s.id returning * into s;
  insert into audit_entries (organisation_id, user_id, action, subject_kind, subject_id, details)
  values (s.organisation_id, s.user_id, 'viewAs.started', 'user', p_user, jsonb_build_object('reason', p_reason, 'until', s.viewing_until));
end
$$;

create function auth_end_viewing(p_token_hash bytea, p_new_hash bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions set token_hash = p_new_hash, viewing_user_id = null, viewing_until = null, last_seen_at = now()
  where token_hash = p_token_hash and revoked_at is null and expires_at > now() and last_seen_at > now() - interval '30 minutes';
  if not found then perform refuse(401, 'session.missing'); end if;
end
$$;
grant execute on function auth_start_viewing(bytea, uuid, text, bytea), auth_end_viewing(bytea, bytea) to lotse_auth;
`;

/** What belongs to the person alone is not looked at; of being looked at the person reads the lines. */
const PRIVATE = `
set role lotse_owner;
do $$
declare t text;
begin
  foreach t in array '{drafts,notifications,notification_mutes,digest_settings,undo_steps,idempotency_keys}'::text[] loop
    execute format('create policy not_for_viewers on %I as restrictive for select to lotse_app using (not (select is_viewing()))', t);
  end loop;
end
$$;
create policy read_own_views on audit_entries for select to lotse_app
  using (action in ('viewAs.started', 'viewAs.ended') and subject_id = (select my_user()) and organisation_id = (select my_org())
    and not (select is_viewing()));
create index audit_views on audit_entries (subject_id, recorded_at desc) where action in ('viewAs.started', 'viewAs.ended');
`;

export const viewing = migration(1764000000095, 'CreateViewing', ENDS, DOORS, PRIVATE);
