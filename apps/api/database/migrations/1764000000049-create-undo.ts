import { migration } from './migration';

/**
 * What a person did a moment ago, and how it was before. The rows behind one request are written by triggers in its own transaction,
 * so nothing can be undone that was not done, and nothing is done without the way back. See decision 0023.
 */
const TABLES = `
set role lotse_owner;
create table undo_steps (
  id uuid primary key default new_id(),
  organisation_id uuid not null references organisations,
  user_id uuid not null references users,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default clock_timestamp() + interval '14 seconds',
  undone_at timestamptz
);
comment on column undo_steps.expires_at is 'The interface offers ten seconds; the rest is for the way of the request.';
create index on undo_steps (organisation_id);
create index on undo_steps (user_id);
create index on undo_steps (created_at);

create table undo_entries (
  undo_id uuid not null references undo_steps on delete cascade,
  subject text not null check (subject in ('case', 'followUp', 'checklistItem')),
  subject_id uuid not null,
  case_id uuid not null references service_cases on delete cascade,
  before jsonb not null,
  version_after int not null,
  primary key (undo_id, subject_id)
);
create index on undo_entries (case_id);
do $$
declare t text;
begin
  foreach t in array '{undo_steps,undo_entries}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end
$$;
-- Nobody is granted a look; should somebody be one day, then at what is their own.
create policy own_steps on undo_steps for select to lotse_app using (user_id = (select my_user()));
create policy own_entries on undo_entries for select to lotse_app using (exists (select from undo_steps s where s.id = undo_id and s.user_id = (select my_user())));
`;

const KEEPING = `
set role lotse_definer;
-- What follows in this transaction belongs to one step.
create function open_undo() returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare result uuid;
begin
  if my_user() is null then perform refuse(401, 'session.missing'); end if;
  insert into undo_steps (organisation_id, user_id) values (my_org(), my_user()) returning id into result;
  perform set_config('app.undo', result::text, true);
  return result;
end
$$;

create function keep_before() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare step uuid := nullif(current_setting('app.undo', true), '')::uuid;
begin
  if step is null or new.version = old.version or not exists (select from undo_steps where id = step and user_id = my_user() and undone_at is null) then return null; end if;
  insert into undo_entries (undo_id, subject, subject_id, case_id, before, version_after)
  values (step, tg_argv[0], new.id, case tg_argv[0] when 'case' then new.id else (to_jsonb(new) ->> 'case_id')::uuid end, to_jsonb(old), new.version)
  on conflict (undo_id, subject_id) do update set version_after = excluded.version_after;
  return null;
end
$$;
grant execute on function open_undo() to lotse_app;
grant execute on function keep_before() to lotse_owner;
set role lotse_owner;
create trigger undo after update on service_cases for each row execute function keep_before('case');
create trigger undo after update on follow_ups for each row execute function keep_before('followUp');
`;

/** Each answers null when it is done, else why not; what somebody else changed meanwhile stays theirs. */
const UNDOING = `
set role lotse_definer;
-- The question a closure asked is taken back with it, unless the mail is on its way.
create function withdraw_survey(p_case uuid, p_closed_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare survey uuid;
begin
  select id into survey from surveys where case_id = p_case and created_at = p_closed_at and answered_at is null;
  if survey is null then return; end if;
  delete from outgoing_mails where template = 'survey' and ref_id = survey and state in ('QUEUED', 'HELD');
  if exists (select from outgoing_mails where template = 'survey' and ref_id = survey) then return; end if;
  delete from surveys where id = survey;
  perform add_event(p_case, 'FEEDBACK', 'survey.withdrawn', '[]', '{}');
end
$$;

create function undo_case(e undo_entries) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases; b service_cases := jsonb_populate_record(null::service_cases, e.before);
begin
  select * into c from service_cases where id = e.subject_id for update;
  if c.id is null or c.owner_org <> my_org() or not has_role('{OFFICER,LIAISON,MANAGER}') then return 'case.notFound'; end if;
  if c.version <> e.version_after then return 'undo.changed'; end if;
  if (b.status <> c.status or (b.deleted_at is null) <> (c.deleted_at is null)) and not has_role('{OFFICER,LIAISON}') then return 'permission.missing'; end if;
  if b.status = 'CLOSED' and c.status <> 'CLOSED' and exists (select from handovers h where h.case_id = c.id and h.kind = 'TRANSFER' and h.state = 'OFFERED') then
    return 'case.transferOpen';
  end if;
  update service_cases set status = b.status, waiting_for = b.waiting_for, outcome = b.outcome, closed_at = b.closed_at, reopened_at = b.reopened_at,
    officer_id = b.officer_id, officer_name = b.officer_name, next_step = b.next_step, next_step_on = b.next_step_on, no_step_needed = b.no_step_needed,
    deleted_at = b.deleted_at, deleted_by = b.deleted_by, deleted_by_name = b.deleted_by_name, delete_reason = b.delete_reason
  where id = c.id;
  perform refresh_case(c.id);
  if c.status = 'CLOSED' and b.status <> 'CLOSED' then perform withdraw_survey(c.id, c.closed_at); end if;
  return null;
end
$$;

create function undo_follow_up(e undo_entries) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare f follow_ups; b follow_ups := jsonb_populate_record(null::follow_ups, e.before);
begin
  perform from service_cases where id = e.case_id for key share;
  select * into f from follow_ups where id = e.subject_id for update;
  if f.id is null or f.organisation_id <> my_org() or not has_role('{OFFICER,LIAISON,MANAGER}')
    or not exists (select from case_sections s where s.case_id = f.case_id and s.section = 'NOTES' and reads_section(s, my_org(), my_users())) then return 'followUp.notFound'; end if;
  if f.version <> e.version_after then return 'undo.changed'; end if;
  update follow_ups set deleted_at = b.deleted_at, deleted_by = b.deleted_by, deleted_by_name = b.deleted_by_name, done_at = b.done_at, done_by = b.done_by where id = f.id;
  return null;
end
$$;

-- Every row of the step for itself: what can be taken back is, and the rest is named. Nothing at all is a refusal.
create function undo_step(p_id uuid) returns table (subject text, subject_id uuid, refusal text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare u undo_steps; e undo_entries; n int := 0;
begin
  select * into u from undo_steps s where s.id = p_id and s.user_id = my_user() and s.organisation_id = my_org() for update;
  if u.id is null then perform refuse(404, 'undo.notFound'); end if;
  if u.undone_at is not null then perform refuse(409, 'undo.done'); end if;
  if u.expires_at <= clock_timestamp() then perform refuse(410, 'undo.expired'); end if;
  perform set_config('app.undo', '', true), set_config('app.undoing', 'true', true);
  for e in select * from undo_entries x where x.undo_id = u.id order by x.case_id, x.subject_id loop
    subject := e.subject;
    subject_id := e.subject_id;
    refusal := case e.subject when 'case' then undo_case(e) when 'followUp' then undo_follow_up(e) else undo_checklist_item(e) end;
    if refusal is null then n := n + 1; end if;
    return next;
  end loop;
  perform set_config('app.undoing', '', true);
  if n = 0 then perform refuse(412, coalesce(nullif(refusal, 'permission.missing'), 'undo.changed')); end if;
  update undo_steps s set undone_at = now() where s.id = u.id;
end
$$;

create function forget_undo_steps() returns void
language sql security definer set search_path = public, pg_temp as $$ delete from undo_steps where created_at < now() - interval '1 hour' $$;
grant execute on function undo_step(uuid) to lotse_app;
grant execute on function forget_undo_steps() to lotse_jobs;
`;

/** Deleting keeps for thirty days; only what nobody else ever saw is deleted, everything else is closed. */
const BIN = `
set role lotse_definer;
create function delete_case(p_case uuid, p_version int, p_reason text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, p_version, '{OFFICER,LIAISON}');
begin
  if exists (select from handovers h where h.case_id = c.id) or exists (select from case_access a where a.case_id = c.id and a.source <> 'TEAM')
    or exists (select from distributions d where d.case_id = c.id) or exists (select from relocation_notices n where n.case_id = c.id)
    or exists (select from timeline_events e where e.case_id = c.id and e.kind = 'section.level' and e.data ->> 'to' = 'REGION') then
    perform refuse(409, 'case.wasShared');
  end if;
  if c.closed_at is not null or c.reopened_at is not null or exists (select from surveys s where s.case_id = c.id) then perform refuse(409, 'case.wasClosed'); end if;
  update service_cases set deleted_at = now(), deleted_by = my_user(), deleted_by_name = my_name(), delete_reason = p_reason where id = c.id;
  perform refresh_case(c.id);
  perform audit('case.deleted', 'case', c.id, case when c.confidential then '{}' else jsonb_build_object('fileNumber', c.file_number, 'reason', p_reason) end);
end
$$;

create function delete_follow_up(p_id uuid, p_version int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare f follow_ups;
begin
  select * into f from follow_ups where id = p_id and organisation_id = my_org() and deleted_at is null and kind = 'TASK' and has_role('{OFFICER,LIAISON}');
  if f.id is null then perform refuse(404, 'followUp.notFound'); end if;
  perform require_contributor(f.case_id, my_org());
  select * into f from follow_ups where id = p_id for update;
  if f.version <> p_version then perform refuse(412, 'stale', jsonb_build_object('version', f.version)); end if;
  update follow_ups set deleted_at = now(), deleted_by = my_user(), deleted_by_name = my_name() where id = f.id;
end
$$;

-- A confidential case shows itself to its team even here; its readers were emptied, so they are derived once more.
create function in_team_of(c service_cases) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not c.confidential or array[c.officer_id] && my_users()
    or exists (select from case_access a where a.case_id = c.id and a.source = 'TEAM' and array[a.user_id] && my_users())
$$;

create function bin_items() returns table (kind text, id uuid, title text, file_number text, case_id uuid, reason text, deleted_at timestamptz, deleted_by_name text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select 'CASE', c.id, c.title, c.file_number, c.id, c.delete_reason, c.deleted_at, c.deleted_by_name from service_cases c
  where c.owner_org = my_org() and has_role('{OFFICER,LIAISON,MANAGER}') and c.deleted_at > now() - interval '30 days' and in_team_of(c)
  union all
  select 'FOLLOW_UP', f.id, f.title, c.file_number, c.id, null::text, f.deleted_at, f.deleted_by_name from follow_ups f join service_cases c on c.id = f.case_id
  where f.organisation_id = my_org() and has_role('{OFFICER,LIAISON,MANAGER}') and f.deleted_at > now() - interval '30 days' and c.deleted_at is null
    and can_read_section(c.id, 'NOTES')
  union all
  select 'CHECKLIST_ITEM', i.id, i.title, c.file_number, c.id, null::text, i.deleted_at, i.deleted_by_name from checklist_items i join service_cases c on c.id = i.case_id
  where i.organisation_id = my_org() and has_role('{OFFICER,LIAISON,MANAGER}') and i.deleted_at > now() - interval '30 days' and c.deleted_at is null
    and can_read_section(c.id, 'NOTES')
  union all
  select 'DOCUMENT', d.id, d.name, c.file_number, c.id, null::text, d.deleted_at, coalesce(d.deleted_by_name, 'Lotse') from documents d
    join service_cases c on c.id = d.case_id
  where my_org() in (d.owner_org, c.owner_org) and d.deleted_at > now() - interval '30 days' and d.removed_at is null and may_change_document(d.id)
  order by 7 desc, 2;
end
$$;

create function restore_from_bin(p_id uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare i record; v_case uuid;
begin
  select b.kind, b.case_id into i from bin_items() b where b.id = p_id;
  if i.kind is null or not has_role('{OFFICER,LIAISON}') then perform refuse(404, 'bin.notFound'); end if;
  perform from service_cases where service_cases.id = i.case_id for update;
  if i.kind = 'CASE' then
    update service_cases set deleted_at = null, deleted_by = null, deleted_by_name = null, delete_reason = null where service_cases.id = p_id and deleted_at is not null;
    perform refresh_case(p_id);
    perform audit_case(c, 'case.restored') from service_cases c where c.id = p_id;
  elsif i.kind = 'DOCUMENT' then
    perform restore_document(p_id, (select d.version from documents d where d.id = p_id));
  else
    perform require_contributor(i.case_id, my_org());
    update checklist_items set deleted_at = null, deleted_by = null, deleted_by_name = null where checklist_items.id = p_id and deleted_at is not null;
    update follow_ups set deleted_at = null, deleted_by = null, deleted_by_name = null where follow_ups.id = p_id and deleted_at is not null;
  end if;
  return i.kind;
end
$$;

-- After thirty days for good; that it was there and went stays in the log, without a word of what it said.
create function empty_bin() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare n int;
begin
  insert into audit_entries (organisation_id, action, subject_kind, subject_id)
  select owner_org, 'case.erased', 'case', id from service_cases where deleted_at <= now() - interval '30 days';
  delete from service_cases where deleted_at <= now() - interval '30 days';
  get diagnostics n = row_count;
  delete from checklist_items where deleted_at <= now() - interval '30 days';
  delete from follow_ups where deleted_at <= now() - interval '30 days';
  return n;
end
$$;
grant execute on function delete_case(uuid, int, text), delete_follow_up(uuid, int), bin_items(), restore_from_bin(uuid) to lotse_app;
grant execute on function empty_bin() to lotse_jobs;
`;

export const undo = migration(1764000000049, 'CreateUndo', TABLES, KEEPING, UNDOING, BIN);
