import { migration } from './migration';

/** Everything that touches passwords and sessions. Only `lotse_auth` may call these: injected SQL in the API can make itself no session. */
const SESSIONS = `
set role lotse_definer;
create function session_actor(p_token text)
returns table (user_id uuid, organisation_id uuid, region_id uuid, roles text[], name text, session_id uuid, expires_at timestamptz,
  viewer_id uuid, viewer_name text, viewing_until timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
declare hash bytea := sha256(convert_to(p_token, 'UTF8')); until timestamptz;
begin
  perform set_config('app.token', p_token, true);
  update sessions s set last_seen_at = now()
  where s.token_hash = hash and s.last_seen_at < now() - interval '1 minute' and s.last_seen_at > now() - interval '30 minutes';
  select s.viewing_until into until from sessions s where s.token_hash = hash;
  if until <= now() then
    update sessions s set viewing_user_id = null, viewing_until = null where s.token_hash = hash;
  elsif until is not null then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return query
    select m.user_id, m.org_id, m.region_id, m.roles, u.name, s.id, least(s.expires_at, now() + interval '30 minutes'),
      v.id, v.name, s.viewing_until
    from me() m join users u on u.id = m.user_id join sessions s on s.token_hash = hash
    left join users v on v.id = s.user_id and s.viewing_user_id is not null;
end
$$;
grant execute on function session_actor(text) to lotse_app;

create function auth_account(p_email text) returns table (user_id uuid, password_hash text, is_usable boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.password_hash, u.is_active and u.password_hash is not null
    and exists (select from memberships m where m.user_id = u.id and m.is_active)
  from users u where u.email = lower(p_email)
$$;

create function auth_open_session(p_user uuid, p_token_hash bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid;
begin
  select m.organisation_id into org from memberships m where m.user_id = p_user and m.is_active
  order by m.last_used_at desc nulls last, m.organisation_id limit 1;
  if org is null then perform refuse(401, 'session.refused'); end if;
  insert into sessions (token_hash, user_id, organisation_id) values (p_token_hash, p_user, org);
  update memberships m set last_used_at = now() where m.user_id = p_user and m.organisation_id = org;
  delete from sessions s where s.user_id = p_user and (s.expires_at < now() - interval '1 day' or s.revoked_at < now() - interval '1 day');
  insert into audit_entries (organisation_id, user_id, action) values (org, p_user, 'session.opened');
  return org;
end
$$;

create function auth_close_session(p_token_hash bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sessions set revoked_at = now() where token_hash = p_token_hash and revoked_at is null
$$;

create function auth_switch_organisation(p_token_hash bytea, p_organisation uuid, p_new_hash bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare s sessions;
begin
  select * into s from sessions where token_hash = p_token_hash and revoked_at is null and expires_at > now() and viewing_user_id is null for update;
  if s.id is null or not exists (select from memberships m where m.user_id = s.user_id and m.organisation_id = p_organisation and m.is_active) then
    perform refuse(404, 'organisation.notFound');
  end if;
  update sessions set token_hash = p_new_hash, organisation_id = p_organisation, last_seen_at = now() where id = s.id;
  update memberships m set last_used_at = now() where m.user_id = s.user_id and m.organisation_id = p_organisation;
end
$$;

create function auth_password_hash(p_token_hash bytea) returns table (user_id uuid, password_hash text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.password_hash, u.email from sessions s join users u on u.id = s.user_id
  where s.token_hash = p_token_hash and s.revoked_at is null and s.expires_at > now() and u.is_active and s.viewing_user_id is null
$$;

create function auth_set_password(p_token_hash bytea, p_password_hash text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare person uuid; org uuid;
begin
  select s.user_id, s.organisation_id into person, org from sessions s
  where s.token_hash = p_token_hash and s.revoked_at is null and s.expires_at > now() and s.viewing_user_id is null;
  if person is null then perform refuse(401, 'session.refused'); end if;
  update users set password_hash = p_password_hash where id = person;
  update sessions set revoked_at = now() where user_id = person and token_hash <> p_token_hash and revoked_at is null;
  insert into audit_entries (organisation_id, user_id, action) values (org, person, 'password.changed');
end
$$;
`;

/**
 * Failures are counted per hashed account and per hashed network address, whether or not the account exists.
 * The wait doubles with every failure beyond the allowed ones and is forgotten after fifteen quiet minutes.
 */
const THROTTLE = `
set role lotse_definer;
create function auth_wait_seconds(p_keys bytea[], p_allowed int[]) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(greatest(0, ceil(extract(epoch from
    f.last_failure_at + make_interval(secs => least(900, power(2.0, least(20, f.failures - k.allowed)))) - now())))), 0)::int
  from unnest(p_keys, p_allowed) k(key, allowed) join sign_in_failures f on f.key_hash = k.key
  where f.failures >= k.allowed and f.last_failure_at > now() - interval '15 minutes'
$$;

create function auth_record_failure(p_keys bytea[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into sign_in_failures (key_hash, failures) select distinct k, 1 from unnest(p_keys) k order by k
  on conflict (key_hash) do update set last_failure_at = now(),
    failures = case when sign_in_failures.last_failure_at < now() - interval '15 minutes' then 1 else least(sign_in_failures.failures + 1, 1000) end
$$;

create function auth_forget_failures(p_keys bytea[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_failures where key_hash = any (p_keys)
$$;
`;

const INVITATIONS = `
set role lotse_definer;
create function auth_invitation(p_token_hash bytea)
returns table (email text, name text, organisation text, has_account boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.email, i.name, o.name, u.password_hash is not null
  from invitations i join organisations o on o.id = i.organisation_id left join users u on u.email = i.email
  where i.token_hash = p_token_hash and i.ended_at is null and i.expires_at > now()
$$;

create function auth_accept_invitation(p_token_hash bytea, p_password_hash text, p_name text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare i invitations; person uuid;
begin
  select * into i from invitations where token_hash = p_token_hash and ended_at is null and expires_at > now() for update;
  if i.id is null then perform refuse(404, 'invitation.notFound'); end if;
  update invitations set ended_at = now() where id = i.id;
  insert into users (email, name, password_hash) values (i.email, coalesce(nullif(trim(p_name), ''), i.name), p_password_hash)
  on conflict (email) do update set password_hash = coalesce(users.password_hash, excluded.password_hash)
  returning id into person;
  insert into memberships (user_id, organisation_id, roles) values (person, i.organisation_id, i.roles)
  on conflict (user_id, organisation_id) do update set roles = excluded.roles, is_active = true, version = memberships.version + 1;
  insert into audit_entries (organisation_id, user_id, action, subject_kind, subject_id) values (i.organisation_id, person, 'invitation.accepted', 'user', person);
  return person;
end
$$;

create function auth_demo_accounts() returns table (email text, organisation text, region text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.email, o.name, r.name, m.roles[1]
  from users u join memberships m on m.user_id = u.id join organisations o on o.id = m.organisation_id join regions r on r.id = o.region_id
  where u.is_demo and u.is_active and m.is_active order by r.name, o.kind <> 'MUNICIPALITY', o.name, u.email
$$;

grant execute on function auth_demo_accounts(), auth_account(text), auth_open_session(uuid, bytea), auth_close_session(bytea), auth_switch_organisation(bytea, uuid, bytea),
  auth_password_hash(bytea), auth_set_password(bytea, text), auth_wait_seconds(bytea[], int[]), auth_record_failure(bytea[]), auth_forget_failures(bytea[]),
  auth_invitation(bytea), auth_accept_invitation(bytea, text, text) to lotse_auth;
`;

/** What an administrator may do with the people of the own organisation; each function checks the role itself. */
const PEOPLE = `
set role lotse_definer;
create function require_administrator() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not has_role('{ADMINISTRATOR}') then perform refuse(403, 'permission.missing'); end if;
  return my_org();
end
$$;

create function invite_person(p_id uuid, p_email text, p_name text, p_roles text[], p_token_hash bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := require_administrator();
begin
  if exists (select from memberships m join users u on u.id = m.user_id where m.organisation_id = org and u.email = lower(p_email) and m.is_active) then
    perform refuse(409, 'person.alreadyMember');
  end if;
  update invitations set ended_at = now() where organisation_id = org and email = lower(p_email) and ended_at is null;
  insert into invitations (id, organisation_id, email, name, roles, token_hash, invited_by)
  values (p_id, org, lower(p_email), p_name, p_roles, p_token_hash, my_user());
  perform audit('person.invited', 'invitation', p_id, jsonb_build_object('roles', p_roles));
end
$$;

create function withdraw_invitation(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := require_administrator();
begin
  update invitations set ended_at = now() where id = p_id and organisation_id = org and ended_at is null;
  if not found then perform refuse(404, 'invitation.notFound'); end if;
  perform audit('invitation.withdrawn', 'invitation', p_id);
end
$$;

create function require_another_administrator(p_org uuid, p_user uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from memberships m where m.organisation_id = p_org and 'ADMINISTRATOR' = any (m.roles) order by m.user_id for update;
  if not exists (select from memberships m join users u on u.id = m.user_id
      where m.organisation_id = p_org and m.user_id <> p_user and m.is_active and u.is_active and 'ADMINISTRATOR' = any (m.roles)) then
    perform refuse(422, 'person.lastAdministrator');
  end if;
end
$$;

create function change_roles(p_user uuid, p_roles text[], p_version int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := require_administrator(); old memberships; result int;
begin
  select * into old from memberships where user_id = p_user and organisation_id = org for update;
  if not found then perform refuse(404, 'person.notFound'); end if;
  if old.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', old.version)); end if;
  if 'ADMINISTRATOR' = any (old.roles) and not 'ADMINISTRATOR' = any (p_roles) then perform require_another_administrator(org, p_user); end if;
  update memberships set roles = p_roles, version = version + 1 where user_id = p_user and organisation_id = org returning version into result;
  perform audit('person.rolesChanged', 'user', p_user, jsonb_build_object('old', old.roles, 'new', p_roles));
  return result;
end
$$;

create function set_person_active(p_user uuid, p_active boolean, p_version int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare org uuid := require_administrator(); old memberships; result int;
begin
  select * into old from memberships where user_id = p_user and organisation_id = org for update;
  if not found then perform refuse(404, 'person.notFound'); end if;
  if old.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', old.version)); end if;
  if not p_active and 'ADMINISTRATOR' = any (old.roles) then perform require_another_administrator(org, p_user); end if;
  update memberships set is_active = p_active, version = version + 1 where user_id = p_user and organisation_id = org returning version into result;
  if not p_active then
    update sessions set revoked_at = now() where user_id = p_user and organisation_id = org and revoked_at is null;
  end if;
  perform audit(case when p_active then 'person.activated' else 'person.deactivated' end, 'user', p_user);
  return result;
end
$$;

create function set_absence(p_user uuid, p_deputy uuid, p_from date, p_to date) returns uuid
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

create function end_absence(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not has_role('{OFFICER,LIAISON,MANAGER}') then perform refuse(403, 'permission.missing'); end if;
  delete from absences where id = p_id and organisation_id = my_org() and (user_id = my_user() or has_role('{ADMINISTRATOR,MANAGER}'));
  if not found then perform refuse(404, 'absence.notFound'); end if;
  perform audit('absence.ended', 'absence', p_id);
end
$$;

create function set_my_language(p_language text) returns void
language sql security definer set search_path = public, pg_temp as $$ update users set language = p_language where id = my_user() $$;

grant execute on function invite_person(uuid, text, text, text[], bytea), withdraw_invitation(uuid), change_roles(uuid, text[], int),
  set_person_active(uuid, boolean, int), set_absence(uuid, uuid, date, date), end_absence(uuid), set_my_language(text) to lotse_app;
`;

export const signIn = migration(1764000000021, 'CreateSignIn', SESSIONS, THROTTLE, INVITATIONS, PEOPLE);
