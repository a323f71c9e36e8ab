import { migration } from './migration';

/** A draft belongs to who types it, not to the record: what becomes of the record leaves it alone. It goes after ninety days. */
const DRAFTS = `
set role lotse_owner;
create table drafts (
  user_id uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  key text not null check (key ~ '^[A-Za-z0-9:._-]{1,120}$'),
  content jsonb not null check (octet_length(content::text) <= 100000),
  updated_at timestamptz not null default now(),
  primary key (user_id, organisation_id, key)
);
comment on table drafts is 'What somebody typed and did not send; no foreign key to the record, so that nothing done to it loses the text.';
create index on drafts (organisation_id);
create index on drafts (updated_at);
alter table drafts enable row level security;
alter table drafts force row level security;
create policy read_drafts on drafts for select to lotse_app using (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy add_drafts on drafts for insert to lotse_app with check (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy change_drafts on drafts for update to lotse_app
  using (user_id = (select my_user()) and organisation_id = (select my_org()))
  with check (user_id = (select my_user()) and organisation_id = (select my_org()));
create policy remove_drafts on drafts for delete to lotse_app using (user_id = (select my_user()) and organisation_id = (select my_org()));
grant select, insert, delete on drafts to lotse_app;
grant update (content, updated_at) on drafts to lotse_app;

set role lotse_definer;
create function forget_drafts() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n int;
begin
  delete from drafts where updated_at < now() - interval '90 days';
  get diagnostics n = row_count;
  return n;
end
$$;
grant execute on function forget_drafts() to lotse_jobs;
`;

export const drafts = migration(1764000000086, 'CreateDrafts', DRAFTS);
