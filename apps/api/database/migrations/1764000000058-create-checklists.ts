import { migration } from './migration';

const TABLES = `
set role lotse_owner;
create table checklist_templates (
  id uuid primary key default new_id(),
  region_id uuid not null references regions,
  organisation_id uuid references organisations,
  case_type text not null check (case_type in ('EXPANSION', 'RELOCATION', 'SETTLEMENT', 'RETENTION', 'PERMIT', 'SITE_SEARCH', 'FUNDING', 'SKILLED_LABOUR',
    'SUCCESSION', 'STARTUP', 'INFRASTRUCTURE', 'COMPLAINT', 'OTHER')),
  title text not null check (length(title) between 2 and 100),
  items text[] not null check (cardinality(items) between 1 and 40),
  version int not null default 1,
  created_at timestamptz not null default now()
);
comment on column checklist_templates.organisation_id is 'Whose template it is; null for one that is shipped for the whole region.';
create index on checklist_templates (region_id, case_type);
create index on checklist_templates (organisation_id);
create unique index shipped_templates on checklist_templates (region_id, case_type, title) where organisation_id is null;

create table checklist_items (
  id uuid primary key default new_id(),
  case_id uuid not null references service_cases on delete cascade,
  organisation_id uuid not null references organisations,
  title text not null check (length(title) between 1 and 300),
  position int not null,
  done_at timestamptz,
  done_org uuid references organisations,
  done_by_name text,
  handover_id uuid references handovers on delete set null,
  deleted_at timestamptz,
  deleted_by uuid references users,
  deleted_by_name text,
  version int not null default 1,
  created_at timestamptz not null default now()
);
comment on column checklist_items.organisation_id is 'Who entered it.';
comment on column checklist_items.handover_id is 'The request for a statement that is to answer it.';
create index on checklist_items (case_id, position);
create index on checklist_items (organisation_id);
create index on checklist_items (done_org);
create index on checklist_items (handover_id);
create index on checklist_items (deleted_by);

do $$
declare t text;
begin
  foreach t in array '{checklist_templates,checklist_items}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
create policy read_templates on checklist_templates for select to lotse_app
  using (region_id = (select my_region()) and (organisation_id is null or organisation_id = (select my_org())) and (select has_role('{OFFICER,LIAISON,MANAGER,ADMINISTRATOR}')));
create policy add_templates on checklist_templates for insert to lotse_app
  with check (organisation_id = (select my_org()) and region_id = (select my_region()) and (select has_role('{ADMINISTRATOR}')));
create policy change_templates on checklist_templates for update to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{ADMINISTRATOR}'))) with check (organisation_id = (select my_org()));
create policy remove_templates on checklist_templates for delete to lotse_app
  using (organisation_id = (select my_org()) and (select has_role('{ADMINISTRATOR}')));
create policy read_checklist_items on checklist_items for select to lotse_app
  using (exists (select from case_sections s where s.case_id = checklist_items.case_id and s.section = 'NOTES'));
create policy kept_checklist_items on checklist_items as restrictive for select to lotse_app using (deleted_at is null);
grant select on checklist_templates, checklist_items to lotse_app;
grant insert (id, case_type, title, items) on checklist_templates to lotse_app;
grant update (case_type, title, items) on checklist_templates to lotse_app;
grant delete on checklist_templates to lotse_app;
`;

const RULES = `
set role lotse_definer;
create function stamp_template() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then new.version := old.version + 1;
  elsif my_user() is not null then
    new.organisation_id := my_org();
    new.region_id := my_region();
  end if;
  if my_user() is not null then perform audit(case tg_op when 'UPDATE' then 'checklist.templateChanged' else 'checklist.templateAdded' end, 'checklistTemplate', new.id, jsonb_build_object('title', new.title)); end if;
  return new;
end
$$;

create function record_checklist_item() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare data jsonb := jsonb_build_object('itemId', new.id, 'title', new.title); h handovers;
begin
  if (old.deleted_at is null) <> (new.deleted_at is null) then
    perform add_event(new.case_id, 'NOTES', case when new.deleted_at is null then 'checklist.restored' else 'checklist.deleted' end, '[]', data);
  elsif old.done_at is null and new.done_at is not null then
    select * into h from handovers where id = new.handover_id and to_org = new.done_org;
    if h.id is null then perform add_event(new.case_id, 'NOTES', 'checklist.done', '[]', data);
    else
      perform add_event(new.case_id, 'NOTES', 'checklist.answered', '[]', data || jsonb_build_object('handoverId', h.id, 'toOrganisation', h.to_org), array[h.from_org, h.to_org]);
    end if;
  elsif old.done_at is not null and new.done_at is null then
    perform add_event(new.case_id, 'NOTES', 'checklist.reopened', '[]', data);
  elsif new.handover_id is not null and old.handover_id is distinct from new.handover_id then
    select * into h from handovers where id = new.handover_id;
    perform add_event(new.case_id, 'NOTES', 'checklist.handed', '[]', data || jsonb_build_object('handoverId', h.id, 'toOrganisation', h.to_org), array[h.from_org, h.to_org]);
  end if;
  return null;
end
$$;

create function version_checklist_item() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.version := old.version + 1;
  return new;
end
$$;

-- The case first, then the item: the order of every decision about a handover, so a tick and an answer never wait for each other in a circle.
create function lock_checklist_item(p_id uuid, p_version int) returns checklist_items
language plpgsql security definer set search_path = public, pg_temp as $$
declare i checklist_items;
begin
  select * into i from checklist_items where id = p_id and deleted_at is null and has_role('{OFFICER,LIAISON}') and can_read_section(case_id, 'NOTES');
  if i.id is null then perform refuse(404, 'checklist.notFound'); end if;
  perform require_contributor(i.case_id, my_org());
  select * into i from checklist_items where id = p_id and deleted_at is null for update;
  if i.id is null then perform refuse(404, 'checklist.notFound'); end if;
  if i.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', i.version)); end if;
  return i;
end
$$;

-- What already stands on the list is not put there twice.
create function add_checklist_items(p_case uuid, p_titles text[], p_template text default null) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n int; added text[];
begin
  if not has_role('{OFFICER,LIAISON}') or not can_read_section(p_case, 'NOTES') then perform refuse(404, 'case.notFound'); end if;
  perform require_contributor(p_case, my_org());
  perform pg_advisory_xact_lock(hashtextextended('checklist:' || p_case, 0));
  select count(*) into n from checklist_items where case_id = p_case and deleted_at is null;
  if n + cardinality(p_titles) > 200 then perform refuse(422, 'checklist.tooLong'); end if;
  with wanted as (select title, min(place) as place from unnest(p_titles) with ordinality t(title, place)
    where not exists (select from checklist_items i where i.case_id = p_case and i.title = t.title and i.deleted_at is null) group by title),
  made as (insert into checklist_items (case_id, organisation_id, title, position)
    select p_case, my_org(), w.title, (select coalesce(max(position), 0) from checklist_items where case_id = p_case) + row_number() over (order by w.place) from wanted w
    returning title)
  select array_agg(title) into added from made;
  if added is not null then
    perform add_event(p_case, 'NOTES', 'checklist.added', '[]', jsonb_strip_nulls(jsonb_build_object('titles', to_jsonb(added), 'template', p_template)));
  end if;
  return coalesce(cardinality(added), 0);
end
$$;

create function tick_checklist_item(p_id uuid, p_version int, p_done boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare i checklist_items := lock_checklist_item(p_id, p_version);
begin
  if (i.done_at is not null) = p_done then return; end if;
  update checklist_items set done_at = case when p_done then now() end, done_org = case when p_done then my_org() end,
    done_by_name = case when p_done then my_name() end where id = i.id;
end
$$;

create function delete_checklist_item(p_id uuid, p_version int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare i checklist_items := lock_checklist_item(p_id, p_version);
begin
  if i.organisation_id <> my_org() then perform refuse(403, 'checklist.notYours'); end if;
  if exists (select from handovers h where h.id = i.handover_id and h.state in ('OFFERED', 'ACCEPTED')) then perform refuse(409, 'checklist.handed'); end if;
  update checklist_items set deleted_at = now(), deleted_by = my_user(), deleted_by_name = my_name() where id = i.id;
end
$$;

-- In the transaction that offers: the item waits for the answer to it.
create function link_checklist_item(p_id uuid, p_version int, p_handover uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare i checklist_items := lock_checklist_item(p_id, p_version);
begin
  if i.done_at is not null then perform refuse(409, 'checklist.done'); end if;
  if exists (select from handovers h where h.id = i.handover_id and h.state in ('OFFERED', 'ACCEPTED')) then perform refuse(409, 'checklist.handed'); end if;
  if not exists (select from handovers h where h.id = p_handover and h.case_id = i.case_id and h.kind = 'CONSULT' and h.from_org = my_org()) then
    perform refuse(404, 'handover.notFound');
  end if;
  update checklist_items set handover_id = p_handover where id = i.id;
end
$$;

create function answer_checklist_items(p_handover uuid, p_org uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update checklist_items set done_at = now(), done_org = p_org, done_by_name = my_name() where handover_id = p_handover and done_at is null and deleted_at is null
$$;

-- An answer is the first word of the organisation that was asked, once it has accepted, or that it ends the matter.
create function answer_by_ending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if my_org() = new.to_org then perform answer_checklist_items(new.id, new.to_org); end if;
  return null;
end
$$;

create function answer_by_message() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform answer_checklist_items(h.id, h.to_org) from handovers h where h.id = new.handover_id and h.to_org = new.by_org and h.kind = 'CONSULT' and h.state = 'ACCEPTED';
  return null;
end
$$;

create function undo_checklist_item(e undo_entries) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare i checklist_items; b checklist_items := jsonb_populate_record(null::checklist_items, e.before);
begin
  perform from service_cases where id = e.case_id for key share;
  select * into i from checklist_items where id = e.subject_id for update;
  if i.id is null or not has_role('{OFFICER,LIAISON}')
    or not exists (select from case_sections s where s.case_id = i.case_id and s.section = 'NOTES' and contributes_section(s, my_org(), my_users())) then return 'checklist.notFound'; end if;
  if i.version <> e.version_after then return 'undo.changed'; end if;
  update checklist_items set deleted_at = b.deleted_at, deleted_by = b.deleted_by, deleted_by_name = b.deleted_by_name where id = i.id;
  return null;
end
$$;
grant execute on function stamp_template(), record_checklist_item(), version_checklist_item(), answer_by_ending(), answer_by_message() to lotse_owner;
grant execute on function add_checklist_items(uuid, text[], text), tick_checklist_item(uuid, int, boolean), delete_checklist_item(uuid, int),
  link_checklist_item(uuid, int, uuid) to lotse_app;
set role lotse_owner;
create trigger stamp before insert or update on checklist_templates for each row execute function stamp_template();
create trigger version before update on checklist_items for each row execute function version_checklist_item();
create trigger record after update on checklist_items for each row execute function record_checklist_item();
create trigger undo after update on checklist_items for each row execute function keep_before('checklistItem');
create trigger checklist_answer after update of state on handovers for each row
  when (new.kind = 'CONSULT' and new.state = 'ENDED' and old.state = 'ACCEPTED') execute function answer_by_ending();
create trigger checklist_answer after insert on handover_messages for each row execute function answer_by_message();
`;

export const checklists = migration(1764000000058, 'CreateChecklists', TABLES, RULES);
