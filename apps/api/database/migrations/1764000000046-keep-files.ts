import { migration } from './migration';

/** Which files of the storage are needed: a row for each, held by the foreign keys of whatever names it. */
const FILES = `
set role lotse_owner;
create table stored_files (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  kind text not null check (kind in ('PDF', 'PNG', 'JPEG', 'WEBP', 'TIFF', 'DOCX', 'XLSX', 'PPTX', 'ODT', 'ODS', 'TEXT')),
  kept_at timestamptz not null default now()
);
comment on table stored_files is 'Contents by their SHA-256. Nobody reads this: knowing that somebody has a file would tell of their case.';
alter table stored_files enable row level security;
alter table stored_files force row level security;
create policy read_by_nobody on stored_files for select to lotse_app using (false);
`;

const FUNCTIONS = `
set role lotse_definer;
create function keep_file(p_hash text, p_size bigint, p_kind text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into stored_files (hash, size, kind) values (p_hash, p_size, p_kind) on conflict (hash) do update set kept_at = now()
$$;

-- Bytes the documents and exposés of an organisation take, every version of its own; what lies in the bin still takes its room.
create function storage_used_by(p_org uuid) returns bigint
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(sum(size), 0) from document_versions where by_org = p_org)
    + (select coalesce(sum(size), 0) from distribution_exposes where organisation_id = p_org);
end
$$;

-- In hundredths of what there may be, rounded up: an exact figure would tell of every single file, those of confidential cases too.
create function storage_used(p_quota bigint) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select (ceil(storage_used_by(my_org()) * 100.0 / p_quota) * p_quota / 100)::bigint
$$;

-- Room for one more file of the own organisation. Its uploads take turns from here on, so that two of them do not share the last of it.
create function require_room(p_size bigint, p_quota bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare used bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('storage of ' || my_org(), 0));
  used := storage_used_by(my_org());
  if used + p_size > p_quota then
    perform refuse(422, 'file.quotaExceeded', jsonb_build_object('used', storage_used(p_quota), 'limit', p_quota, 'size', p_size));
  end if;
end
$$;

-- Of these contents those that nothing names and that nobody kept since: their rows go, and stay locked until the caller is done.
create function forget_files(p_hashes text[], p_before timestamptz) returns setof text
language plpgsql security definer set search_path = public, pg_temp as $$
declare h text; known boolean;
begin
  foreach h in array p_hashes loop
    begin
      delete from stored_files where hash = h and kept_at < p_before;
      known := exists (select from stored_files where hash = h);
    exception when foreign_key_violation then
      known := true;
    end;
    if not known then return next h; end if;
  end loop;
end
$$;
grant execute on function keep_file(text, bigint, text), storage_used(bigint), require_room(bigint, bigint) to lotse_app;
grant execute on function forget_files(text[], timestamptz) to lotse_jobs;
`;

export const files = migration(1764000000046, 'KeepFiles', FILES, FUNCTIONS);
