import { migration } from './migration';

/** Every decision locks the case first and writes its event itself; the loser of a race is told what happened, who and when. */
const ACTIONS = `
set role lotse_definer;
create function offer_handover(p_id uuid, p_case uuid, p_to uuid, p_kind text, p_basis text, p_basis_reason text, p_reason_code text, p_note text,
  p_sections text[], p_due_on date, p_due_at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, null, '{OFFICER,LIAISON}');
begin
  return insert_offer(c, p_id, p_to, p_kind, p_basis, p_basis_reason, p_reason_code, p_note, p_sections, p_due_on, p_due_at, null);
end
$$;

-- Case first, then handover: the same order everywhere, so two decisions never wait for each other in a circle.
create function lock_handover(p_id uuid) returns handovers
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers; c service_cases;
begin
  select * into h from handovers where id = p_id and my_org() in (from_org, to_org) and has_role('{OFFICER,LIAISON}');
  if h.id is null then perform refuse(404, 'handover.notFound'); end if;
  select * into c from service_cases where id = h.case_id for update;
  select * into h from handovers where id = p_id for update;
  if h.confidential and not (case when h.to_org = my_org() then has_role('{LIAISON}') or c.reader_users && my_users() and c.owner_org = my_org()
      else h.reader_users && my_users() end) then
    perform refuse(404, 'handover.notFound');
  end if;
  return h;
end
$$;

create function require_open(h handovers) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if h.state = 'OFFERED' and h.due_at <= now() then perform refuse(409, 'handover.expired', jsonb_build_object('state', 'EXPIRED', 'dueAt', h.due_at)); end if;
  if h.state <> 'OFFERED' then
    perform refuse(409, 'handover.decided', jsonb_build_object('state', h.state, 'decidedAt', h.decided_at, 'decidedBy', h.decided_by_name));
  end if;
end
$$;

-- The contact person goes along as an entry of the new owner's own: the former one can neither change nor silence whom the survey asks.
create function adopt_contact(p_contact uuid, p_org uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare k contact_persons; result uuid;
begin
  select * into k from contact_persons where id = p_contact;
  if k.id is null or k.owner_org = p_org then return k.id; end if;
  select id into result from contact_persons where company_id = k.company_id and owner_org = p_org
    and (first_name, last_name, email) is not distinct from (k.first_name, k.last_name, k.email) order by created_at, id limit 1;
  if result is null then
    insert into contact_persons (company_id, owner_org, first_name, last_name, position, email, phone, phone_key, language, survey_notice_on, survey_objected_on)
    values (k.company_id, p_org, k.first_name, k.last_name, k.position, k.email, k.phone, k.phone_key, k.language, k.survey_notice_on, k.survey_objected_on)
    returning id into result;
  end if;
  return result;
end
$$;

create function accept_handover(p_id uuid, p_note text default null) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id); former handovers; c service_cases;
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  perform require_open(h);
  select * into c from service_cases where id = h.case_id;
  update handovers set state = 'ACCEPTED', decided_by = my_user(), decided_by_name = my_name(), decided_at = now(), decision_note = p_note
  where id = h.id returning * into h;
  perform record_handover(h, 'handover.accepted', jsonb_build_object('note', p_note, 'returnOf', h.return_of));
  if h.kind = 'TRANSFER' then
    perform end_other_shares(h.case_id, h.id);
    if h.return_of is not null then
      update handovers set state = 'RETURNED', ended_at = now(), ended_by_name = my_name() where id = h.return_of returning * into former;
      perform record_handover(former, 'handover.returned');
    end if;
    insert into case_stubs (case_id, organisation_id, file_number, type, status, owner_org, reader_users)
    values (c.id, h.from_org, c.file_number, c.type, c.status, h.to_org, case when c.confidential then c.reader_users end)
    on conflict (case_id, organisation_id) do update set owner_org = excluded.owner_org, status = excluded.status, reader_users = excluded.reader_users, since = now();
    delete from case_stubs where case_id = c.id and organisation_id = h.to_org;
    delete from case_access where case_id = c.id;
    -- What one region was shown is nothing the next owner chose, and what few of the former owner read is for the next one to say.
    perform part_with_kept_documents(c.id);
    update case_sections set level = 'PARTIES' where case_id = c.id and level in ('REGION', 'PERSON');
    update service_cases set owner_org = h.to_org, officer_id = my_user(), officer_name = my_name(), region_id = region_of(h.to_org),
      contact_person_id = adopt_contact(c.contact_person_id, h.to_org) where id = c.id;
    update follow_ups set organisation_id = h.to_org, assignee_id = my_user() where case_id = c.id and done_at is null and organisation_id <> h.to_org;
    perform refresh_case(c.id);
    perform notify_live('case', c.id, array[h.from_org, h.to_org]);
  else
    insert into case_access (case_id, organisation_id, source, source_id, sections, liaisons_only)
    select c.id, h.to_org, 'HANDOVER', h.id, h.sections, c.confidential
    where not exists (select from case_access where source_id = h.id);
    update case_access set may_contribute = (h.kind = 'CO_WORK') where source_id = h.id;
    perform drop_offer_stub(h);
    perform refresh_case(c.id);
    perform notify_live('case', c.id, array[h.from_org, h.to_org]);
  end if;
  perform tell_sender(h, 'handover.accepted');
end
$$;

create function decline_handover(p_id uuid, p_reason_code text, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  perform require_open(h);
  if p_reason_code is null or coalesce(btrim(p_note), '') = '' then perform refuse(400, 'handover.reasonMissing'); end if;
  perform close_offer(h, 'DECLINED', p_reason_code, p_note);
  perform tell_sender(h, 'handover.declined');
end
$$;

create function withdraw_handover(p_id uuid, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.from_org <> my_org() then perform refuse(403, 'handover.notSender'); end if;
  perform require_open(h);
  perform close_offer(h, 'WITHDRAWN', null, p_note);
  perform tell_liaisons(h.to_org, 'handover.withdrawn', h.id);
end
$$;

create function end_handover(p_id uuid, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id);
begin
  if h.kind = 'TRANSFER' then perform refuse(422, 'handover.transferCannotEnd'); end if;
  if h.state <> 'ACCEPTED' then
    perform refuse(409, 'handover.notRunning', jsonb_strip_nulls(jsonb_build_object('state', h.state, 'decidedAt', coalesce(h.ended_at, h.decided_at),
      'decidedBy', coalesce(h.ended_by_name, h.decided_by_name))));
  end if;
  if coalesce(btrim(p_note), '') <> '' then
    insert into handover_messages (handover_id, by_org, by_user, by_name, text) values (h.id, my_org(), my_user(), my_name(), p_note);
  end if;
  update handovers set state = 'ENDED', ended_at = now(), ended_by_name = my_name() where id = h.id returning * into h;
  update follow_ups f set organisation_id = c.owner_org, assignee_id = c.officer_id from service_cases c
  where c.id = h.case_id and f.case_id = h.case_id and f.done_at is null and f.organisation_id = h.to_org;
  delete from case_access where source_id = h.id;
  perform refresh_case(h.case_id);
  perform record_handover(h, 'handover.ended', jsonb_build_object('note', p_note));
end
$$;

create function return_handover(p_new_id uuid, p_id uuid, p_reason_code text, p_note text, p_due_on date, p_due_at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id); c service_cases;
begin
  if h.to_org <> my_org() then perform refuse(403, 'handover.notReceiver'); end if;
  if h.state in ('RETURNED', 'DECLINED', 'WITHDRAWN', 'EXPIRED') then
    perform refuse(409, 'handover.decided', jsonb_build_object('state', h.state, 'decidedAt', coalesce(h.ended_at, h.decided_at),
      'decidedBy', coalesce(h.ended_by_name, h.decided_by_name)));
  end if;
  if p_reason_code is null or coalesce(btrim(p_note), '') = '' then perform refuse(400, 'handover.reasonMissing'); end if;
  if h.kind <> 'TRANSFER' or h.state <> 'ACCEPTED' or h.id <> (select x.id from handovers x
      where x.case_id = h.case_id and x.kind = 'TRANSFER' and x.state in ('ACCEPTED', 'RETURNED') order by x.decided_at desc, x.id desc limit 1) then
    perform refuse(422, 'handover.notLatestTransfer');
  end if;
  c := lock_own_case(h.case_id, null, '{OFFICER,LIAISON}');
  return insert_offer(c, p_new_id, h.from_org, 'TRANSFER', h.basis, h.basis_reason, p_reason_code, p_note, h.sections, p_due_on, p_due_at, h.id);
end
$$;

-- The case stays with the sender; both sides are told.
create function expire_handovers() returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare due record; h handovers; n int := 0;
begin
  for due in select id, case_id from handovers where state = 'OFFERED' and due_at <= now() order by case_id, id limit 500 loop
    perform from service_cases where id = due.case_id for update;
    select * into h from handovers where id = due.id for update;
    continue when h.state <> 'OFFERED' or h.due_at > now();
    perform expire_offer(h);
    n := n + 1;
  end loop;
  return n;
end
$$;

grant execute on function offer_handover(uuid, uuid, uuid, text, text, text, text, text, text[], date, timestamptz), accept_handover(uuid, text),
  decline_handover(uuid, text, text), withdraw_handover(uuid, text), end_handover(uuid, text),
  return_handover(uuid, uuid, text, text, date, timestamptz) to lotse_app;
grant execute on function expire_handovers() to lotse_jobs;
`;

/** What is said besides the decision, and who may read it. */
const WORDS = `
set role lotse_definer;
-- A question, or the answer to one: says nothing about the decision and stops no clock.
create function ask_about_handover(p_id uuid, p_text text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare h handovers := lock_handover(p_id); result uuid;
begin
  if h.state <> 'ACCEPTED' or h.kind = 'TRANSFER' then perform require_open(h); end if;
  insert into handover_messages (handover_id, by_org, by_user, by_name, text) values (h.id, my_org(), my_user(), my_name(), p_text) returning id into result;
  perform record_handover(h, 'handover.asked', jsonb_build_object('note', p_text, 'byOrganisation', my_org()));
  if h.to_org = my_org() then perform tell_sender(h, 'handover.asked'); else perform tell_liaisons(h.to_org, 'handover.asked', h.id); end if;
  return result;
end
$$;

-- The sender reads its words always; the receiver while it may read the case for this reason.
create function handover_words(p_id uuid) returns table (note text, basis_reason text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.note, h.basis_reason from handovers h join service_cases c on c.id = h.case_id, me() m
  where h.id = p_id and m.roles && '{OFFICER,LIAISON,MANAGER}'
    and (h.from_org = m.org_id or (h.to_org = m.org_id and (h.state = 'OFFERED' and not h.stub_only
      or h.state = 'ACCEPTED' and (h.kind <> 'TRANSFER' or c.owner_org = h.to_org))))
    and (not h.confidential or h.reader_users && m.users or (h.to_org = m.org_id and 'LIAISON' = any (m.roles))
      or (c.owner_org = m.org_id and c.reader_users && m.users))
$$;

-- Whoever joins or leaves the team of a confidential case gains or loses its offers with it. When a case that was taken over
-- becomes confidential, only the person who handed it over still sees that it exists; releasing it does not open that again.
create function refresh_handover_readers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.confidential and not old.confidential then
    update case_stubs s set reader_users = array(select h.offered_by from handovers h
      where h.case_id = new.id and h.from_org = s.organisation_id and h.kind = 'TRANSFER' and h.offered_by is not null)
    where s.case_id = new.id and s.reader_users is null;
    update handovers set confidential = true, reader_users = array_remove(array[offered_by], null)
    where case_id = new.id and from_org <> new.owner_org and not confidential;
  end if;
  update handovers set confidential = new.confidential, reader_users = new.reader_users where case_id = new.id and from_org = new.owner_org;
  return null;
end
$$;
grant execute on function refresh_handover_readers() to lotse_owner;

-- What a mail may say: the number that finds the case, nothing of its content.
create function handover_mail(p_id uuid) returns table (file_number text, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.file_number, h.state from handovers h where h.id = p_id
$$;

grant execute on function ask_about_handover(uuid, text), handover_words(uuid) to lotse_app;
grant execute on function handover_mail(uuid) to lotse_jobs;
set role lotse_owner;
create trigger handover_readers after update on service_cases for each row
  when (new.confidential is distinct from old.confidential or (new.confidential and new.reader_users is distinct from old.reader_users))
  execute function refresh_handover_readers();
`;

export const handoverActions = migration(1764000000051, 'CreateHandoverActions', ACTIONS, WORDS);
