import { migration } from './migration';

const EXTENSIONS = `
create extension if not exists pg_trgm;
grant usage on schema public to lotse_app, lotse_auth, lotse_jobs, lotse_definer, lotse_backup;
grant create on schema public to lotse_owner, lotse_definer;
create schema if not exists jobs authorization lotse_jobs;
alter default privileges for role lotse_owner in schema public grant select, insert, update, delete on tables to lotse_definer;
alter default privileges for role lotse_owner in schema public grant select on tables to lotse_backup;
alter default privileges for role lotse_owner in schema public grant usage on sequences to lotse_definer;
alter default privileges for role lotse_owner revoke execute on functions from public;
alter default privileges for role lotse_definer revoke execute on functions from public;
set role lotse_owner;
`;

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits. PostgreSQL has its own only from 18 on. */
const IDS = String.raw`
create function new_id() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
grant execute on function new_id() to lotse_app, lotse_auth, lotse_jobs, lotse_definer;

create function today_in_berlin() returns date language sql stable parallel safe as
  $$ select (now() at time zone 'Europe/Berlin')::date $$;
grant execute on function today_in_berlin() to lotse_app, lotse_auth, lotse_jobs, lotse_definer;
`;

/** How every refusal of the database reaches the person: SQLSTATE LTnnn is the HTTP status, the message is the code. */
const REFUSALS = `
create function refuse(status int, code text, details jsonb default '{}') returns void language plpgsql volatile as $$
begin
  raise exception using errcode = 'LT' || status, message = code, detail = details::text;
end
$$;
grant execute on function refuse(int, text, jsonb) to lotse_app, lotse_auth, lotse_jobs, lotse_definer;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'LT403', message = 'record.appendOnly';
end
$$;
`;

export const foundation = migration(1764000000010, 'CreateFoundation', EXTENSIONS, IDS, REFUSALS);
