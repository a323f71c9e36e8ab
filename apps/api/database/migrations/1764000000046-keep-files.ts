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
grant execute on function keep_file(text, bigint, text) to lotse_app;
grant execute on function forget_files(text[], timestamptz) to lotse_jobs;
`;

export const files = migration(1764000000046, 'KeepFiles', FILES, FUNCTIONS);
