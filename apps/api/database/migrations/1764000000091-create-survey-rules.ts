import { migration } from './migration';

/** A closed case asks its company, or says why not. Nobody chooses whom to ask. */
const CREATION = `
set role lotse_definer;
-- Seconds each organisation had the case to work on it: owner, and neither waiting nor closed.
create function owner_seconds(p_case uuid) returns table (organisation_id uuid, seconds numeric)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare e record; org uuid; state text := 'NEW'; since timestamptz;
begin
  for e in select t.kind, t.changes, t.data, t.recorded_at from timeline_events t
    where t.case_id = p_case and (t.kind = 'case.created' or t.changes @> '[{"field":"status"}]' or t.changes @> '[{"field":"ownerOrganisation"}]')
    order by t.recorded_at, t.id
  loop
    if org is not null and state in ('NEW', 'IN_PROGRESS') then
      organisation_id := org;
      seconds := extract(epoch from e.recorded_at - since);
      return next;
    end if;
    org := coalesce((select (c ->> 'new')::uuid from jsonb_array_elements(e.changes) c where c ->> 'field' = 'ownerOrganisation'),
      case when e.kind = 'case.created' then (e.data ->> 'ownerOrganisation')::uuid end, org);
    state := coalesce((select c ->> 'new' from jsonb_array_elements(e.changes) c where c ->> 'field' = 'status'), state);
    since := e.recorded_at;
  end loop;
end
$$;

-- A fifth of the time as owner is enough to answer for the grade; the owner at closure always does.
create function credited_organisations(p_case uuid, p_owner uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  with shares as (select organisation_id, sum(seconds) as seconds from owner_seconds(p_case) group by 1)
  select array(select p_owner union select organisation_id from shares
    where seconds >= 0.2 * (select sum(seconds) from shares) and seconds > 0 order by 1)
$$;

create function survey_recipient(p_email text) returns bytea language sql immutable set search_path = public, pg_temp as
  $$ select sha256(convert_to(lower(p_email), 'UTF8')) $$;

create function create_survey() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare contact contact_persons; recipient bytea; reason text; survey uuid;
begin
  if is_undoing() then return null; end if; -- a closure that is restored was asked about when it happened
  select * into contact from contact_persons where id = new.contact_person_id;
  if contact.email is not null then
    recipient := survey_recipient(contact.email);
    perform pg_advisory_xact_lock(hashtextextended(encode(recipient, 'hex'), 0)); -- two closures at once ask once
  end if;
  reason := case
    when recipient is null then 'NO_CONTACT'
    when contact.survey_objected_on is not null
      -- An objection holds for the organisation that asked: another one's must not tell that it had a case.
      or exists (select from surveys s where s.owner_org = new.owner_org and s.recipient_hash = recipient and s.objected_at is not null) then 'OBJECTED'
    when contact.survey_notice_on is null then 'NO_NOTICE'
    -- Only what the owner itself asked, and nothing confidential: else the reason would tell of cases one must not know.
    when exists (select from surveys s where s.owner_org = new.owner_org and s.recipient_hash = recipient and s.exclusion is null
      and s.created_at > now() - interval '90 days' and (not s.confidential or s.case_id = new.id)) then 'ASKED_RECENTLY'
  end;
  insert into surveys (case_id, region_id, owner_org, credited, contact_person_id, recipient_hash, language, exclusion, confidential, mail_state)
  values (new.id, new.region_id, new.owner_org, credited_organisations(new.id, new.owner_org), contact.id, recipient, coalesce(contact.language, 'de'),
    reason, new.confidential, case when reason is null then 'QUEUED' end)
  returning id into survey;
  if reason is null then
    perform enqueue_mail('survey', survey, new.owner_org, contact.email, contact.language);
    -- Not before the closure can no longer be taken back.
    if coalesce(current_setting('app.undo', true), '') <> '' then
      update outgoing_mails set next_attempt_at = now() + interval '20 seconds' where template = 'survey' and ref_id = survey;
    end if;
  end if;
  perform add_event(new.id, 'FEEDBACK', case when reason is null then 'survey.created' else 'survey.notAsked' end, '[]',
    jsonb_strip_nulls(jsonb_build_object('surveyId', survey, 'reason', reason)));
  return null;
end
$$;

create function follow_survey_mail() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update surveys set mail_state = new.state, sent_at = coalesce(new.sent_at, sent_at) where id = new.ref_id;
  return null;
end
$$;
grant execute on function create_survey(), follow_survey_mail() to lotse_owner;
set role lotse_owner;
create trigger survey after update of status on service_cases for each row
  when (new.status = 'CLOSED' and old.status <> 'CLOSED') execute function create_survey();
create trigger survey after update of state on outgoing_mails for each row
  when (new.template = 'survey') execute function follow_survey_mail();
`;

/** The letter and its link. The link is computed from the id and the program's secret; the database knows its hash alone. */
const LETTER = `
set role lotse_definer;
create function survey_letter(p_survey uuid)
returns table (organisation text, contact text, company text, file_number text, case_type text, closed_on date, expires_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name, p.first_name || ' ' || p.last_name, case when not s.confidential then k.name end, c.file_number, c.type,
    (s.created_at at time zone 'Europe/Berlin')::date, (s.expires_at at time zone 'Europe/Berlin')::date
  from surveys s join service_cases c on c.id = s.case_id join organisations o on o.id = s.owner_org join companies k on k.id = c.company_id
  left join contact_persons p on p.id = s.contact_person_id
  where s.id = p_survey and s.exclusion is null and (s.mail_state = 'SENT' or p.survey_objected_on is null)
$$;

-- The sixty days begin when the link is first written, not while the mail still waits for a server.
create function issue_survey_token(p_survey uuid, p_hash bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  update surveys set token_hash = p_hash, expires_at = case when token_hash is null then greatest(expires_at, now() + interval '60 days') else expires_at end
  where id = p_survey and exclusion is null and token_hash is distinct from p_hash
$$;
grant execute on function survey_letter(uuid), issue_survey_token(uuid, bytea) to lotse_jobs;
`;

/** What the holder of a link may do. Each function finds its survey by the hash of the link; there is no other way to it. */
const ANSWERING = `
set role lotse_definer;
create function survey_state(s surveys, first_answered_at timestamptz) returns text language sql stable set search_path = public, pg_temp as $$
  select case
    when first_answered_at < now() - interval '14 days' then 'USED_UP'
    when first_answered_at is not null then 'ANSWERED'
    when s.expires_at <= now() then 'EXPIRED'
    else 'OPEN' end
$$;

create function survey_by_link(p_hash bytea)
returns table (id uuid, state text, organisation text, company text, file_number text, case_type text, closed_on date, language text, expires_at timestamptz,
  is_objected boolean, federal_state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, survey_state(s, a.first_answered_at), o.name, case when not s.confidential then k.name end, c.file_number, c.type,
    (s.created_at at time zone 'Europe/Berlin')::date, s.language, s.expires_at, s.objected_at is not null,
    r.federal_state
  from surveys s join service_cases c on c.id = s.case_id join organisations o on o.id = s.owner_org join companies k on k.id = c.company_id
  join regions r on r.id = s.region_id left join survey_answers a on a.survey_id = s.id
  where s.token_hash = p_hash and s.exclusion is null
$$;

-- The lead hears of it. A case that has changed hands since has another lead; the grade stays with the owner at closure.
create function open_recovery(p_case uuid, p_due_on date) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into follow_ups (case_id, organisation_id, assignee_id, kind, title, due_on)
  select c.id, c.owner_org,
    case when c.confidential or exists (select from case_sections k where k.case_id = c.id and k.section in ('NOTES', 'FEEDBACK') and k.level = 'PERSON')
      then c.officer_id else (select m.user_id from memberships m join users u on u.id = m.user_id
      where m.organisation_id = c.owner_org and m.is_active and u.is_active and 'MANAGER' = any (m.roles) order by m.user_id limit 1) end,
    'RECOVERY', 'Rückmeldung des Unternehmens: bitte anrufen', p_due_on
  from service_cases c
  where c.id = p_case and not exists (select from follow_ups f where f.case_id = c.id and f.kind = 'RECOVERY' and f.done_at is null)
$$;

create function lock_publishing(p_region uuid) returns void language sql security definer set search_path = public, pg_temp as
  $$ select pg_advisory_xact_lock(hashtextextended('publish:' || p_region, 0)) $$;

-- Returns ANSWERED for the first answer and REPLACED for a second one. The publishing lock comes before the rows: no circles.
create function answer_survey(p_hash bytea, p_service int, p_duration int, p_recommend boolean, p_comment text, p_call_back boolean, p_recovery_due date)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare s surveys; a survey_answers; state text; answered boolean;
begin
  perform lock_publishing(x.region_id) from surveys x where x.token_hash = p_hash;
  select * into s from surveys where token_hash = p_hash and exclusion is null for update;
  if s.id is null then perform refuse(404, 'survey.notFound'); end if;
  select * into a from survey_answers where survey_id = s.id;
  answered := found;
  state := survey_state(s, a.first_answered_at);
  if state = 'EXPIRED' then perform refuse(410, 'survey.expired'); end if;
  if state = 'USED_UP' then perform refuse(409, 'survey.usedUp'); end if;
  insert into survey_answers (survey_id, service_grade, duration_grade, recommend, comment, call_back)
  values (s.id, p_service, p_duration, p_recommend, nullif(trim(p_comment), ''), p_call_back)
  on conflict (survey_id) do update set service_grade = excluded.service_grade, duration_grade = excluded.duration_grade,
    recommend = excluded.recommend, comment = excluded.comment, call_back = excluded.call_back, answered_at = now();
  update surveys set answered_at = now() where id = s.id;
  perform add_event(s.case_id, 'FEEDBACK', case when answered then 'survey.answerChanged' else 'survey.answered' end, '[]', jsonb_build_object('surveyId', s.id));
  if p_service >= 4 or p_call_back then perform open_recovery(s.case_id, p_recovery_due); end if;
  perform notify_live('case', c.id, c.reader_orgs) from service_cases c where c.id = s.case_id;
  return case when answered then 'REPLACED' else 'ANSWERED' end;
end
$$;

create function object_to_surveys(p_hash bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare s surveys;
begin
  select * into s from surveys where token_hash = p_hash and exclusion is null for update;
  if s.id is null then perform refuse(404, 'survey.notFound'); end if;
  if s.objected_at is not null then return; end if;
  update surveys set objected_at = now() where id = s.id;
  -- Of a confidential case the contact person, whom all of the organisation may read, says nothing; the survey remembers it.
  if not s.confidential then
    update contact_persons set survey_objected_on = coalesce(survey_objected_on, today_in_berlin()), version = version + 1
    where id = s.contact_person_id and owner_org = s.owner_org;
  end if;
  perform add_event(s.case_id, 'FEEDBACK', 'survey.objected', '[]', jsonb_build_object('surveyId', s.id));
end
$$;
grant execute on function survey_by_link(bytea), answer_survey(bytea, int, int, boolean, text, boolean, date), object_to_surveys(bytea) to lotse_app;
`;

export const surveyRules = migration(1764000000091, 'CreateSurveyRules', CREATION, LETTER, ANSWERING);
