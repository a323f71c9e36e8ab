import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table documents (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  name text not null check (length(name) between 1 and 200),
  level text not null check (level in ('REGION', 'PARTIES', 'ORGANISATION', 'PERSON')),
  owner_org uuid not null references organisations,
  owner_user uuid references users,
  current int not null default 1,
  version int not null default 1,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_by_name text,
  removed_at timestamptz,
  is_demo boolean not null default false
);
comment on column documents.owner_org is 'Who put it there, or narrowed who reads it last: for ORGANISATION and PERSON nobody else reads it, also after a handover.';
comment on column documents.current is 'Number of the newest version.';
comment on column documents.removed_at is 'Its contents are gone; the row stays, so that the timeline still knows who may read of it.';
create index on documents (case_id);
create index on documents (owner_org);
create index on documents (owner_user);
create index documents_in_bin on documents (deleted_at) where deleted_at is not null and removed_at is null;

create table document_versions (
  document_id uuid not null references documents on delete cascade,
  number int not null check (number > 0),
  hash text not null references stored_files,
  size bigint not null,
  kind text not null,
  by_org uuid not null references organisations,
  by_user uuid references users,
  by_name text not null,
  uploaded_at timestamptz not null default now(),
  primary key (document_id, number)
);
create index on document_versions (hash);
create index on document_versions (by_org);
create index on document_versions (by_user);
alter table documents enable row level security;
alter table documents force row level security;
alter table document_versions enable row level security;
alter table document_versions force row level security;
`;

/** Who reads a document, whether or not it lies in the bin. Said once for the policies, the functions and the timeline. */
const RIGHTS = `
set role lotse_definer;
create function can_read_document(p_document uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select from documents d join service_cases k on k.id = d.case_id, me() m
    where d.id = p_document and m.roles && '{OFFICER,LIAISON,MANAGER}'
      -- What is kept for the officer in charge and the team is read by no other colleague; what somebody put there for themself stays theirs.
      and (d.level = 'PERSON' or not exists (select from case_sections s where s.case_id = k.id and s.section = 'DOCUMENTS' and s.level = 'PERSON'
        and k.owner_org = m.org_id and not s.people && m.users)) and case
      when d.level = 'REGION' then may_see_case(k, m.org_id, m.users, m.roles) and (m.org_id in (k.owner_org, d.owner_org)
        or exists (select from case_sections s where s.case_id = k.id and s.section = 'DOCUMENTS' and s.level not in ('ORGANISATION', 'PERSON')))
      when d.level = 'PARTIES' then may_see_case(k, m.org_id, m.users, m.roles)
        and exists (select from case_sections s where s.case_id = k.id and s.section = 'DOCUMENTS' and reads_section(s, m.org_id, m.users))
      else d.owner_org = m.org_id and (d.level = 'ORGANISATION' or (d.owner_user = m.user_id and m.users @> array[d.owner_user]))
        and (may_see_case(k, m.org_id, m.users, m.roles) or exists (select from case_stubs t where t.case_id = k.id
          and t.organisation_id = m.org_id and (t.reader_users is null or t.reader_users && m.users))) end);
end
$$;

create function may_see_case(k service_cases, p_org uuid, p_users uuid[], p_roles text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select k.deleted_at is null and (k.owner_org = p_org or k.reader_orgs @> array[p_org])
    and (not k.confidential or k.reader_users && p_users or (k.liaison_orgs @> array[p_org] and 'LIAISON' = any (p_roles)))
$$;

-- Whose word counts for a document: who holds it; the owner of the case for what everybody with the documents reads.
create function may_change_document(p_document uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return can_read_document(p_document) and has_role('{OFFICER,LIAISON}') and exists (
    select from documents d join service_cases k on k.id = d.case_id join case_sections s on s.case_id = k.id and s.section = 'DOCUMENTS'
    where d.id = p_document and contributes_section(s, my_org(), my_users())
      and (d.owner_org = my_org() or (k.owner_org = my_org() and d.level in ('REGION', 'PARTIES'))));
end
$$;
grant execute on function can_read_document(uuid), may_change_document(uuid) to lotse_app;

set role lotse_owner;
create policy read_documents on documents for select to lotse_app
  using (can_read_document(id));
create policy read_document_versions on document_versions for select to lotse_app
  using (exists (select from documents d where d.id = document_id));
-- What happened to a document is for those who read it now: a name that became private leaves the timeline of the others.
create policy timeline_documents on timeline_events as restrictive for select to lotse_app
  using (section <> 'DOCUMENTS' or data ->> 'documentId' is null or can_read_document((data ->> 'documentId')::uuid));
grant select on documents, document_versions to lotse_app;
`;

const ACTIONS = `
set role lotse_definer;
-- Case first, then document; a handover that is being decided holds the case, and whoever waited here learns whether they still may.
create function lock_document_case(p_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from service_cases where id = p_case for no key update;
  if not has_role('{OFFICER,LIAISON}') or not exists (select from service_cases k join case_sections s on s.case_id = k.id, me() m
      where k.id = p_case and may_see_case(k, m.org_id, m.users, m.roles) and s.section = 'DOCUMENTS' and contributes_section(s, m.org_id, m.users)) then
    perform refuse(404, 'case.notFound');
  end if;
end
$$;

create function lock_document(p_document uuid, p_version int) returns documents
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents; k uuid;
begin
  select case_id into k from documents where id = p_document;
  perform from service_cases where id = k for no key update;
  select * into d from documents where id = p_document and removed_at is null for update;
  if d.id is null or not can_read_document(d.id) or not has_role('{OFFICER,LIAISON}') or not exists (select from case_sections s
      where s.case_id = k and s.section = 'DOCUMENTS' and contributes_section(s, my_org(), my_users())) then
    perform refuse(404, 'document.notFound');
  end if;
  if d.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', d.version)); end if;
  return d;
end
$$;

create function lock_changeable_document(p_document uuid, p_version int) returns documents
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents := lock_document(p_document, p_version);
begin
  if not may_change_document(d.id) then perform refuse(403, 'document.notYours'); end if;
  return d;
end
$$;

create function record_document(d documents, p_kind text, p_changes jsonb default '[]', p_data jsonb default '{}') returns void
language sql security definer set search_path = public, pg_temp as $$
  select add_event(d.case_id, 'DOCUMENTS', p_kind, p_changes, jsonb_build_object('documentId', d.id, 'name', d.name) || p_data)
$$;

-- The document of this content that the person already reads here; nobody learns of one they do not read.
create function same_document(p_case uuid, p_hash text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id from documents d join document_versions v on v.document_id = d.id
  where d.case_id = p_case and v.hash = p_hash and d.deleted_at is null and d.removed_at is null and can_read_document(d.id)
  order by v.number = d.current desc, d.created_at, d.id limit 1
$$;

-- A new owner decides anew who reads what was kept for officer and team. What the former one keeps of the documents is no wider for that:
-- documents of its organisation become those of the person who put them there.
create function part_with_kept_documents(p_case uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents;
begin
  for d in update documents x set level = 'PERSON', version = x.version + 1 from case_sections s
    where s.case_id = p_case and s.section = 'DOCUMENTS' and s.level = 'PERSON' and x.case_id = p_case and x.level = 'ORGANISATION' and x.owner_org = s.people_org
    returning x.* loop
    perform record_document(d, 'document.level', change('level', 'ORGANISATION', 'PERSON'));
  end loop;
end
$$;

create function add_document(p_id uuid, p_case uuid, p_name text, p_level text, p_hash text, p_size bigint, p_kind text) returns table (id uuid, is_new boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents; known uuid;
begin
  perform lock_document_case(p_case);
  known := same_document(p_case, p_hash);
  if known is not null then return query select known, false; return; end if;
  insert into documents (id, case_id, name, level, owner_org, owner_user) values (p_id, p_case, p_name, p_level, my_org(), my_user()) returning * into d;
  insert into document_versions (document_id, number, hash, size, kind, by_org, by_user, by_name)
  values (d.id, 1, p_hash, p_size, p_kind, my_org(), my_user(), my_name());
  perform record_document(d, 'document.added', '[]', jsonb_build_object('level', p_level));
  return query select d.id, true;
end
$$;

-- False when the newest version has this content already.
create function add_document_version(p_document uuid, p_version int, p_hash text, p_size bigint, p_kind text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents := lock_document(p_document, p_version);
begin
  if d.deleted_at is not null then perform refuse(404, 'document.notFound'); end if;
  if exists (select from document_versions where document_id = d.id and number = d.current and hash = p_hash) then return false; end if;
  update documents set current = current + 1, version = version + 1 where id = d.id returning * into d;
  insert into document_versions (document_id, number, hash, size, kind, by_org, by_user, by_name)
  values (d.id, d.current, p_hash, p_size, p_kind, my_org(), my_user(), my_name());
  perform record_document(d, 'document.version', '[]', jsonb_build_object('number', d.current));
  return true;
end
$$;

-- Who narrows the readers to their own organisation, or to themselves, holds the document from then on.
create function change_document(p_document uuid, p_version int, p_name text, p_level text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare old documents := lock_changeable_document(p_document, p_version); d documents;
begin
  if old.deleted_at is not null then perform refuse(404, 'document.notFound'); end if;
  if (old.name, old.level) = (coalesce(p_name, old.name), coalesce(p_level, old.level)) then return; end if;
  update documents set name = coalesce(p_name, name), level = coalesce(p_level, level), version = version + 1,
    owner_org = case when p_level in ('ORGANISATION', 'PERSON') then my_org() else owner_org end,
    owner_user = case when p_level = 'PERSON' then my_user() else owner_user end
  where id = old.id returning * into d;
  if d.name <> old.name then perform record_document(d, 'document.renamed', change('name', old.name, d.name)); end if;
  if d.level <> old.level then perform record_document(d, 'document.level', change('level', old.level, d.level)); end if;
end
$$;

create function bin_document(p_document uuid, p_version int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents := lock_changeable_document(p_document, p_version);
begin
  if d.deleted_at is not null then return; end if;
  update documents set deleted_at = now(), deleted_by_name = my_name(), version = version + 1 where id = d.id;
  perform record_document(d, 'document.deleted');
end
$$;

create function restore_document(p_document uuid, p_version int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents := lock_changeable_document(p_document, p_version);
begin
  if d.deleted_at is null then return; end if;
  update documents set deleted_at = null, deleted_by_name = null, version = version + 1 where id = d.id;
  perform record_document(d, 'document.restored');
end
$$;

create function empty_document_bin() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare d documents; n int := 0;
begin
  for d in select * from documents where deleted_at < now() - interval '30 days' and removed_at is null order by id for update skip locked loop
    delete from document_versions where document_id = d.id;
    update documents set removed_at = now() where id = d.id;
    n := n + 1;
  end loop;
  return n;
end
$$;
grant execute on function add_document(uuid, uuid, text, text, text, bigint, text), add_document_version(uuid, int, text, bigint, text),
  change_document(uuid, int, text, text), bin_document(uuid, int), restore_document(uuid, int) to lotse_app;
grant execute on function empty_document_bin() to lotse_jobs;
`;

export const documents = migration(1764000000047, 'CreateDocuments', TABLES, RIGHTS, ACTIONS);
