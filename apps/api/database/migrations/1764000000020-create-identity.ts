import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table regions (
  id uuid primary key default new_id(),
  slug text not null unique,
  name text not null,
  federal_state text not null default 'HE',
  file_prefix text not null unique check (file_prefix ~ '^[A-Z]{1,8}$'),
  require_consent boolean not null default false,
  intake_organisation_id uuid,
  created_at timestamptz not null default now()
);
comment on column regions.require_consent is 'An offer on the basis TASK shows only the stub until it is accepted.';

create table organisations (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  kind text not null check (kind in ('MUNICIPALITY', 'DISTRICT', 'CHAMBER', 'CRAFTS_ASSOCIATION')),
  name text not null,
  slug text not null unique,
  domain text not null,
  created_at timestamptz not null default now()
);
create index on organisations (region_id);
alter table regions add foreign key (intake_organisation_id) references organisations;
create index on regions (intake_organisation_id);

create table municipalities (
  ags text primary key check (ags ~ '^[0-9]{8}$'),
  region_id uuid not null references regions,
  organisation_id uuid not null references organisations,
  name text not null,
  latitude double precision,
  longitude double precision,
  population int,
  area_km2 numeric,
  website text
);
create index on municipalities (region_id);
create index on municipalities (organisation_id);

create table postal_codes (
  postal_code text not null check (postal_code ~ '^[0-9]{5}$'),
  ags text not null references municipalities,
  is_delivery boolean not null,
  is_ambiguous boolean not null,
  primary key (postal_code, ags)
);
create index on postal_codes (ags);

create table users (
  id uuid primary key default new_id(),
  email text not null check (email = lower(email)),
  name text not null,
  password_hash text,
  language text not null default 'de' check (language in ('de', 'en')),
  is_active boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index users_email on users (email);

create table memberships (
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  roles text[] not null check (roles <@ '{OFFICER,LIAISON,MANAGER,ADMINISTRATOR,DATA_PROTECTION_OFFICER}' and cardinality(roles) > 0),
  is_active boolean not null default true,
  last_used_at timestamptz,
  version int not null default 1,
  primary key (user_id, organisation_id)
);
create index on memberships (organisation_id);

create table sessions (
  id uuid primary key default new_id(),
  token_hash bytea not null unique,
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 hours',
  revoked_at timestamptz,
  viewing_user_id uuid references users on delete cascade check (viewing_user_id <> user_id),
  viewing_until timestamptz check ((viewing_user_id is null) = (viewing_until is null))
);
create index on sessions (user_id);
create index on sessions (organisation_id);
create index on sessions (viewing_user_id);
comment on column sessions.viewing_user_id is 'Whose view of Lotse an administrator looks at, to read only; null: the own one.';

create table invitations (
  id uuid primary key default new_id(),
  organisation_id uuid not null references organisations,
  email text not null check (email = lower(email)),
  name text not null,
  roles text[] not null check (roles <@ '{OFFICER,LIAISON,MANAGER,ADMINISTRATOR,DATA_PROTECTION_OFFICER}' and cardinality(roles) > 0),
  token_hash bytea not null unique,
  invited_by uuid references users,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  ended_at timestamptz
);
create index on invitations (organisation_id);
create index on invitations (invited_by);
create unique index one_open_invitation on invitations (organisation_id, email) where ended_at is null;

create table absences (
  id uuid primary key default new_id(),
  organisation_id uuid not null references organisations,
  user_id uuid not null references users on delete cascade,
  deputy_id uuid not null references users on delete cascade,
  starts_on date not null,
  ends_on date not null,
  check (ends_on >= starts_on and deputy_id <> user_id)
);
create index on absences (organisation_id, deputy_id, starts_on);
create index on absences (user_id);
create index on absences (deputy_id);

create table sign_in_failures (
  key_hash bytea primary key,
  failures int not null default 0,
  last_failure_at timestamptz not null default now()
);
comment on table sign_in_failures is 'Counts per hashed account and per hashed address; never says whether an account exists.';

create table audit_entries (
  id uuid primary key default new_id(),
  recorded_at timestamptz not null default now(),
  organisation_id uuid,
  user_id uuid,
  action text not null,
  subject_kind text,
  subject_id uuid,
  details jsonb not null default '{}'
);
create index on audit_entries (organisation_id, recorded_at desc);
create trigger audit_is_append_only before update or delete on audit_entries for each row execute function refuse_change();

create table idempotency_keys (
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  key text not null check (length(key) between 8 and 200),
  fingerprint bytea not null,
  status int,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, organisation_id, key)
);
create index on idempotency_keys (created_at);
create index on idempotency_keys (organisation_id);
`;

/**
 * The one session whose token the transaction carries, while it, its person and the membership are in force. Where an administrator looks
 * at somebody's view the person is that one, and only a transaction that cannot write finds anybody at all.
 */
const CURRENT_SESSION = `sessions s
  join memberships m on m.user_id = coalesce(s.viewing_user_id, s.user_id) and m.organisation_id = s.organisation_id and m.is_active
  join users u on u.id = m.user_id and u.is_active
  where s.token_hash = sha256(convert_to(nullif(current_setting('app.token', true), ''), 'UTF8'))
    and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes'
    and (s.viewing_user_id is null or (s.viewing_until > now() and current_setting('transaction_read_only') = 'on'))`;

/** Liaisons are told what is confidential; who looks at the view of one sees it as that of an officer. */
const ROLES = `case when s.viewing_user_id is null then m.roles else array_replace(m.roles, 'LIAISON', 'OFFICER') end`;

/**
 * Who is acting. The token goes into the transaction, never an id: injected SQL cannot become somebody else without knowing a token.
 * A deputy acts with the absent person's team memberships and, where that person is a liaison, as liaison. `my_users()` are the people whose
 * confidences one shares: nobody's, where an administrator looks at somebody's view.
 */
const CONTEXT = `
set role lotse_definer;
create function me() returns table (user_id uuid, org_id uuid, region_id uuid, roles text[], users uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select m.user_id, s.organisation_id, o.region_id,
    ${ROLES} || coalesce((select array['LIAISON'] from absences a join memberships am on am.user_id = a.user_id and am.organisation_id = a.organisation_id
      where a.deputy_id = m.user_id and a.organisation_id = s.organisation_id and today_in_berlin() between a.starts_on and a.ends_on
        and am.is_active and 'LIAISON' = any (am.roles) and s.viewing_user_id is null limit 1), '{}'),
    case when s.viewing_user_id is not null then '{}' else array[m.user_id] || coalesce((select array_agg(a.user_id) from absences a
      where a.deputy_id = m.user_id and a.organisation_id = s.organisation_id and today_in_berlin() between a.starts_on and a.ends_on), '{}') end
  from organisations o, ${CURRENT_SESSION} and o.id = s.organisation_id
$$;

-- Policies ask these several times per statement. PL/pgSQL keeps their plans; as SQL functions they cost three times as much.
create function my_org() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  select s.organisation_id into result from ${CURRENT_SESSION};
  return result;
end
$$;
create function my_user() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  select m.user_id into result from ${CURRENT_SESSION};
  return result;
end
$$;
create function my_region() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  select o.region_id into result from organisations o where o.id = my_org();
  return result;
end
$$;
create function my_users() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare person uuid; org uuid; viewed uuid; others uuid[];
begin
  select m.user_id, s.organisation_id, s.viewing_user_id into person, org, viewed from ${CURRENT_SESSION};
  if person is null then return null; end if;
  if viewed is not null then return '{}'; end if;
  select array_agg(a.user_id) into others from absences a
  where a.deputy_id = person and a.organisation_id = org and today_in_berlin() between a.starts_on and a.ends_on;
  return array[person] || coalesce(others, '{}');
end
$$;
create function has_role(wanted text[]) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare held text[];
begin
  select ${ROLES} into held from ${CURRENT_SESSION};
  if held && wanted then return true; end if;
  if held is null or not 'LIAISON' = any (wanted) then return false; end if;
  return (select 'LIAISON' = any (roles) from me()); -- a deputy of a liaison
end
$$;
create function is_viewing() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from ${CURRENT_SESSION} and s.viewing_user_id is not null);
end
$$;
create function my_name() returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select u.name from users u where u.id = my_user() $$;
create function region_of(organisation uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select region_id from organisations where id = organisation $$;
grant execute on function me(), my_org(), my_user(), my_users(), my_region(), has_role(text[]), is_viewing(), my_name(), region_of(uuid) to lotse_app, lotse_owner;

create function audit(p_action text, p_subject_kind text, p_subject uuid, p_details jsonb default '{}') returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into audit_entries (organisation_id, user_id, action, subject_kind, subject_id, details)
  select org_id, user_id, p_action, p_subject_kind, p_subject, p_details from me()
$$;
grant execute on function audit(text, text, uuid, jsonb) to lotse_app;

create function notify_live(p_topic text, p_id uuid, p_orgs uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  select pg_notify('lotse_live', json_build_object('topic', p_topic, 'id', p_id, 'orgs', p_orgs)::text)
$$;
`;

const POLICIES = `
set role lotse_owner;
do $$
declare t text;
begin
  foreach t in array '{regions,organisations,municipalities,postal_codes,users,memberships,sessions,invitations,absences,sign_in_failures,audit_entries,idempotency_keys}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
create policy read_regions on regions for select to lotse_app using ((select my_user()) is not null);
create policy read_organisations on organisations for select to lotse_app using ((select my_user()) is not null);
create policy read_municipalities on municipalities for select to lotse_app using ((select my_user()) is not null);
create policy read_postal_codes on postal_codes for select to lotse_app using ((select my_user()) is not null);
create policy read_colleagues on users for select to lotse_app using (exists (
  select from memberships m where m.user_id = users.id and m.organisation_id = (select my_org())));
create policy read_memberships on memberships for select to lotse_app
  using (organisation_id = (select my_org()) or (user_id = (select my_user()) and not (select is_viewing())));
create policy no_sessions on sessions for select to lotse_app using (false);
create policy no_failures on sign_in_failures for select to lotse_app using (false);
create policy read_invitations on invitations for select to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{ADMINISTRATOR}')));
create policy read_absences on absences for select to lotse_app using (organisation_id = (select my_org()));
create policy read_audit on audit_entries for select to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{DATA_PROTECTION_OFFICER}')));
create policy read_idempotency on idempotency_keys for select to lotse_app using (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy add_idempotency on idempotency_keys for insert to lotse_app with check (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy end_idempotency on idempotency_keys for update to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()))
  with check (user_id = (select my_user()) and organisation_id = (select my_org()));

grant select on regions, organisations, municipalities, postal_codes, memberships, absences, audit_entries, idempotency_keys to lotse_app;
grant select (id, email, name, language, is_active) on users to lotse_app;
grant select (id, organisation_id, email, name, roles, invited_by, created_at, expires_at, ended_at) on invitations to lotse_app;
grant insert on idempotency_keys to lotse_app;
grant update (status, body) on idempotency_keys to lotse_app;
`;

export const identity = migration(1764000000020, 'CreateIdentity', TABLES, CONTEXT, POLICIES);
