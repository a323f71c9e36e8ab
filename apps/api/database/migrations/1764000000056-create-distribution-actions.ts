import { migration } from './migration';

/** Who leads, when the seal opens, and that an enquiry goes with its case. */
const RULES = `
set role lotse_definer;
-- A lead that has no sites of its own reads answers as they come. A municipality competes: it reads none before the time to answer is over,
-- and, where it was asked itself, none before its own answer is in. What was taken back under seal stays sealed; so do the answers of rivals
-- to an organisation that took part and was given the case after the decision.
create function seal_of(d distributions, p_lead uuid, p_before timestamptz) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when d.state = 'WITHDRAWN' then case when competes or p_before > d.ended_at then 'infinity' else d.sent_at end
    when d.state = 'DECIDED' then case when d.receiver_orgs @> array[p_lead] then 'infinity' else d.sent_at end
    when not competes then d.sent_at
    when d.receiver_orgs @> array[p_lead]
      and not exists (select from distribution_answers a where a.distribution_id = d.id and a.organisation_id = p_lead) then 'infinity'
    else d.due_at end::timestamptz
  from (select kind = 'MUNICIPALITY' or d.receiver_orgs @> array[p_lead] as competes from organisations where id = p_lead) lead
$$;

create function log_distribution(p_id uuid, p_organisation uuid, p_kind text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into distribution_log (distribution_id, organisation_id, kind, by_name) values (p_id, p_organisation, p_kind, coalesce(my_name(), 'Lotse'))
$$;

-- Who hears at once of what the acting organisation does: itself, and the lead as far as nothing is sealed for it. Otherwise the mere moment
-- would tell a lead that competes who is how far.
create function distribution_hearers(d distributions) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select case when exists (select from distribution_cases k where k.distribution_id = d.id and k.unsealed_from <= now())
    then array[my_org(), d.lead_org] else array[my_org()] end
$$;

-- Case first, then enquiry: the same order everywhere. The lead may have changed while the lock was waited for.
create function lock_distribution(p_id uuid, p_roles text[] default '{OFFICER,LIAISON}') returns distributions
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions;
begin
  perform from service_cases where id = (select x.case_id from distributions x
    where x.id = p_id and (x.lead_org = my_org() or x.receiver_orgs @> array[my_org()])) for update;
  select * into d from distributions x where x.id = p_id and has_role(p_roles)
    and (x.lead_org = my_org() or x.receiver_orgs @> array[my_org()])
    and (not x.confidential or x.lead_org <> my_org() or x.reader_users && my_users()) for update;
  if d.id is null then perform refuse(404, 'distribution.notFound'); end if;
  return d;
end
$$;

create function require_running(d distributions) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if d.state <> 'RUNNING' then
    perform refuse(409, 'distribution.ended', jsonb_build_object('state', d.state, 'endedAt', d.ended_at, 'endedBy', d.ended_by_name));
  end if;
end
$$;

-- An enquiry belongs to whoever owns its case. A new owner that competes finds it sealed.
create function follow_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions;
begin
  for d in select * from distributions where case_id = new.id order by id for update loop
    update distributions set lead_org = new.owner_org, confidential = new.confidential, reader_users = new.reader_users where id = d.id;
    update distribution_cases set confidential = new.confidential, reader_users = new.reader_users,
      unsealed_from = case when d.lead_org = new.owner_org then unsealed_from else seal_of(d, new.owner_org, unsealed_from) end
    where distribution_id = d.id;
    if d.lead_org <> new.owner_org and d.state = 'RUNNING' then
      perform log_distribution(d.id, null, 'LEAD_CHANGED');
      perform notify_live('distribution', d.id, d.receiver_orgs || new.owner_org);
    end if;
  end loop;
  return null;
end
$$;

create function require_no_distribution() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from distributions where case_id = new.id and state = 'RUNNING') then perform refuse(409, 'case.distributionRunning'); end if;
  return new;
end
$$;
grant execute on function follow_case(), require_no_distribution() to lotse_owner;
set role lotse_owner;
create trigger distribution_follows after update on service_cases for each row
  when (new.owner_org <> old.owner_org or new.confidential <> old.confidential or new.reader_users is distinct from old.reader_users)
  execute function follow_case();
create trigger closed_without_distribution before update on service_cases for each row
  when (new.status = 'CLOSED' and old.status <> 'CLOSED') execute function require_no_distribution();
`;

const LEAD = `
set role lotse_definer;
create function send_distribution(p_id uuid, p_case uuid, p_orgs uuid[], p_profile jsonb, p_public_name text, p_due_on date, p_due_at timestamptz)
returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare c service_cases := lock_own_case(p_case, null, '{OFFICER,LIAISON}'); d distributions; receiver uuid;
  orgs uuid[] := array(select distinct x from unnest(p_orgs) x order by x);
begin
  if c.type <> 'SETTLEMENT' then perform refuse(422, 'distribution.notSettlement'); end if;
  if c.status = 'CLOSED' then perform refuse(422, 'distribution.caseClosed'); end if;
  select * into d from distributions where case_id = c.id and state = 'RUNNING';
  if d.id is not null then
    perform refuse(409, 'distribution.running', jsonb_build_object('distributionId', d.id, 'sentAt', d.sent_at, 'dueAt', d.due_at));
  end if;
  if cardinality(orgs) = 0 then perform refuse(400, 'distribution.nobodyAsked'); end if;
  if p_due_at <= now() then perform refuse(422, 'distribution.dueInPast'); end if;
  -- What is to stay unknown is not told in the words.
  if c.confidential and exists (select from companies co where co.id = c.company_id and co.confidential and length(co.name_key) > 3
      and position(co.name_key in fold_text(p_profile::text || ' ' || coalesce(p_public_name, ''))) > 0) then
    perform refuse(422, 'distribution.namesCompany');
  end if;
  -- Nor may the file number lead those who are asked to the case.
  if position(fold_text(c.file_number) in fold_text(p_profile::text || ' ' || coalesce(p_public_name, ''))) > 0 then
    perform refuse(422, 'distribution.namesCase');
  end if;
  if exists (select from unnest(orgs) x where not exists (select from organisations o where o.id = x)) then
    perform refuse(404, 'organisation.notFound');
  end if;
  if c.owner_org = any (orgs) and not exists (select from organisations where id = c.owner_org and kind = 'MUNICIPALITY') then
    perform refuse(422, 'distribution.toSelf');
  end if;
  insert into distributions (id, case_id, lead_org, receiver_orgs, confidential, reader_users, public_name, profile, due_on, due_at, federal_state)
  values (p_id, c.id, c.owner_org, orgs, c.confidential, c.reader_users, p_public_name, p_profile, p_due_on, p_due_at,
    (select r.federal_state from organisations o join regions r on r.id = o.region_id where o.id = c.owner_org)) returning * into d;
  insert into distribution_cases (distribution_id, case_id, file_number, confidential, reader_users, unsealed_from, sent_by)
  values (d.id, c.id, c.file_number, c.confidential, c.reader_users, seal_of(d, c.owner_org, d.sent_at), my_user());
  insert into distribution_receivers (distribution_id, organisation_id) select d.id, x from unnest(orgs) x;
  insert into distribution_log (distribution_id, organisation_id, kind, by_name, at) select d.id, x, 'SENT', my_name(), d.sent_at from unnest(orgs) x;
  perform add_event(c.id, 'MASTER', 'distribution.sent', '[]',
    jsonb_build_object('distributionId', d.id, 'asked', cardinality(orgs), 'dueOn', d.due_on), array[c.owner_org]);
  foreach receiver in array orgs loop perform tell_liaisons(receiver, 'distribution.sent', d.id); end loop;
  perform notify_live('distribution', d.id, orgs || c.owner_org);
  return d.id;
end
$$;

create function withdraw_distribution(p_id uuid, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions := lock_distribution(p_id); receiver uuid;
begin
  if d.lead_org <> my_org() then perform refuse(403, 'distribution.notLead'); end if;
  perform require_running(d);
  update distributions set state = 'WITHDRAWN', ended_at = now(), ended_by_name = my_name(), withdraw_note = p_note where id = d.id returning * into d;
  update distribution_cases set unsealed_from = 'infinity' where distribution_id = d.id and unsealed_from > now();
  perform log_distribution(d.id, null, 'WITHDRAWN');
  perform add_event(d.case_id, 'MASTER', 'distribution.withdrawn', '[]', jsonb_build_object('distributionId', d.id, 'note', p_note), array[d.lead_org]);
  foreach receiver in array array_remove(d.receiver_orgs, d.lead_org) loop perform tell_liaisons(receiver, 'distribution.withdrawn', d.id); end loop;
  perform notify_live('distribution', d.id, d.receiver_orgs || d.lead_org);
end
$$;

create function decide_distribution(p_id uuid, p_chosen uuid, p_note text, p_outcomes jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions := lock_distribution(p_id); receiver uuid; answered int;
begin
  if d.lead_org <> my_org() then perform refuse(403, 'distribution.notLead'); end if;
  perform require_running(d);
  select count(*) into answered from distribution_answers where distribution_id = d.id and is_current;
  if exists (select from distribution_cases where distribution_id = d.id and unsealed_from > now()) then
    perform refuse(409, 'distribution.sealed', jsonb_build_object('dueAt', d.due_at));
  end if;
  if d.due_at > now() and answered < cardinality(d.receiver_orgs) then
    perform refuse(409, 'distribution.notDue', jsonb_build_object('dueAt', d.due_at, 'answered', answered, 'asked', cardinality(d.receiver_orgs)));
  end if;
  if exists (select from jsonb_array_elements(p_outcomes) o where not (o ->> 'organisationId')::uuid = any (d.receiver_orgs))
    or not coalesce(p_chosen = any (d.receiver_orgs), true) then
    perform refuse(404, 'organisation.notFound');
  end if;
  if p_chosen is not null and not exists (select from distribution_answers
      where distribution_id = d.id and organisation_id = p_chosen and is_current and answer = 'OFFER') then
    perform refuse(422, 'distribution.notOffered');
  end if;
  update distributions set state = 'DECIDED', ended_at = now(), ended_by_name = my_name() where id = d.id;
  update distribution_cases set chosen_org = p_chosen, decision_note = p_note where distribution_id = d.id;
  update distribution_receivers r set
    outcome = (select case when r.organisation_id = p_chosen then 'CHOSEN' else 'NOT_CHOSEN' end from distribution_answers a
      where a.distribution_id = d.id and a.organisation_id = r.organisation_id and a.is_current and a.answer = 'OFFER'),
    outcome_note = (select o ->> 'note' from jsonb_array_elements(p_outcomes) o where (o ->> 'organisationId')::uuid = r.organisation_id)
  where r.distribution_id = d.id;
  perform log_distribution(d.id, null, 'DECIDED');
  perform add_event(d.case_id, 'MASTER', 'distribution.decided', '[]',
    jsonb_strip_nulls(jsonb_build_object('distributionId', d.id, 'chosenOrganisation', p_chosen)), array[d.lead_org]);
  foreach receiver in array array_remove(d.receiver_orgs, d.lead_org) loop perform tell_liaisons(receiver, 'distribution.decided', d.id); end loop;
  perform notify_live('distribution', d.id, d.receiver_orgs || d.lead_org);
end
$$;
`;

const RECEIVERS = `
set role lotse_definer;
-- The timeline of the case says that an answer came and never whose; of sealed ones it says nothing, the log has their moments afterwards.
create function answer_distribution(p_id uuid, p_answer text, p_site text, p_area_sqm int, p_price_per_sqm numeric, p_price text, p_available_from date,
  p_note text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions := lock_distribution(p_id); former int; result uuid;
begin
  if not d.receiver_orgs @> array[my_org()] then perform refuse(403, 'distribution.notAsked'); end if;
  perform require_running(d);
  select max(revision) into former from distribution_answers where distribution_id = d.id and organisation_id = my_org();
  -- A lead that let its own time pass may still say that it offers nothing: only then it reads what the others offer.
  if d.due_at <= clock_timestamp() and not (d.lead_org = my_org() and former is null and p_answer <> 'OFFER') then
    perform refuse(409, 'distribution.over', jsonb_build_object('dueAt', d.due_at, 'state', d.state, 'answered', former is not null));
  end if;
  update distribution_answers set is_current = false where distribution_id = d.id and organisation_id = my_org() and is_current;
  insert into distribution_answers (distribution_id, organisation_id, revision, answer, site, area_sqm, price_per_sqm, price, available_from, note,
    answered_by, answered_by_name)
  values (d.id, my_org(), coalesce(former, 0) + 1, p_answer, p_site, p_area_sqm, p_price_per_sqm, p_price, p_available_from, p_note, my_user(), my_name())
  returning id into result;
  if p_answer <> 'OFFER' then delete from distribution_exposes where distribution_id = d.id and organisation_id = my_org(); end if;
  update distribution_cases set unsealed_from = seal_of(d, d.lead_org, unsealed_from) where distribution_id = d.id and d.lead_org = my_org();
  -- Whoever answers has read it.
  insert into distribution_log (distribution_id, organisation_id, kind, by_name) values (d.id, my_org(), 'OPENED', my_name())
  on conflict (distribution_id, organisation_id) where kind = 'OPENED' do nothing;
  perform log_distribution(d.id, my_org(), case when former is null then 'ANSWERED' else 'REPLACED' end);
  if former is null and distribution_hearers(d) @> array[d.lead_org] then
    insert into timeline_events (case_id, section, kind, parties, by_name, data)
    values (d.case_id, 'MASTER', 'distribution.answered', array[d.lead_org], 'Lotse', jsonb_build_object('distributionId', d.id));
  end if;
  perform notify_live('distribution', d.id, distribution_hearers(d));
  return result;
end
$$;

-- The file to the own offer, kept before by keep_file(). Time and state are asked again: it may have been long on its way.
create function put_expose(p_id uuid, p_hash text, p_name text, p_size bigint, p_kind text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions := lock_distribution(p_id);
begin
  if not d.receiver_orgs @> array[my_org()] then perform refuse(403, 'distribution.notAsked'); end if;
  perform require_running(d);
  if d.due_at <= clock_timestamp() then
    perform refuse(409, 'distribution.over', jsonb_build_object('dueAt', d.due_at, 'state', d.state, 'answered', true));
  end if;
  if not exists (select from distribution_answers
      where distribution_id = d.id and organisation_id = my_org() and is_current and answer = 'OFFER') then
    perform refuse(422, 'distribution.noOffer');
  end if;
  insert into distribution_exposes (distribution_id, organisation_id, hash, name, size, kind, uploaded_by)
  values (d.id, my_org(), p_hash, p_name, p_size, p_kind, my_user())
  on conflict (distribution_id, organisation_id) do update set hash = excluded.hash, name = excluded.name, size = excluded.size,
    kind = excluded.kind, uploaded_by = excluded.uploaded_by, uploaded_by_name = excluded.uploaded_by_name, uploaded_at = excluded.uploaded_at;
  perform log_distribution(d.id, my_org(), 'EXPOSE');
  perform notify_live('distribution', d.id, distribution_hearers(d));
end
$$;

-- Once for each organisation: who opened it first, and when.
create function open_distribution(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions := lock_distribution(p_id, '{OFFICER,LIAISON,MANAGER}');
begin
  if d.state <> 'RUNNING' or not d.receiver_orgs @> array[my_org()] then return; end if;
  insert into distribution_log (distribution_id, organisation_id, kind, by_name) values (d.id, my_org(), 'OPENED', my_name())
  on conflict (distribution_id, organisation_id) where kind = 'OPENED' do nothing;
  if found then perform notify_live('distribution', d.id, distribution_hearers(d)); end if;
end
$$;

-- How far it has come, for the lead: numbers without names, and none while it is sealed. Who asks again and again would learn the moments.
create function distribution_counts(p_ids uuid[]) returns table (distribution_id uuid, asked int, opened int, answered int)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, cardinality(d.receiver_orgs),
    case when k.unsealed_from <= now() then (select count(*)::int from distribution_log l where l.distribution_id = d.id and l.kind = 'OPENED') end,
    case when k.unsealed_from <= now() then (select count(*)::int from distribution_answers a where a.distribution_id = d.id and a.is_current) end
  from distributions d join distribution_cases k on k.distribution_id = d.id, me() m
  where d.id = any (p_ids) and d.lead_org = m.org_id and m.roles && '{OFFICER,LIAISON,MANAGER}' and (not d.confidential or d.reader_users && m.users)
$$;

create function distributions_to_remind() returns table (id uuid, due_on date, federal_state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.due_on, d.federal_state from distributions d where d.state = 'RUNNING' and d.reminded_at is null and d.due_at > now() order by d.id
$$;

-- Once: the liaisons of those who have not answered, or who stands in for them. How many organisations were reminded.
create function remind_distribution(p_id uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare d distributions; late uuid[]; receiver uuid;
begin
  select * into d from distributions x where x.id = p_id and x.state = 'RUNNING' and x.reminded_at is null and x.due_at > now() for update;
  if d.id is null then return 0; end if;
  update distributions set reminded_at = now() where id = d.id;
  late := array(select r.organisation_id from distribution_receivers r where r.distribution_id = d.id and not exists (
    select from distribution_answers a where a.distribution_id = d.id and a.organisation_id = r.organisation_id and a.is_current) order by 1);
  foreach receiver in array late loop perform tell_liaisons(receiver, 'distribution.reminder', d.id); end loop;
  return cardinality(late);
end
$$;

-- What a mail may say: by when to answer, nothing of what is asked or offered.
create function distribution_mail(p_id uuid) returns table (due_on date, state text, lead text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.due_on, d.state, o.name from distributions d join organisations o on o.id = d.lead_org where d.id = p_id
$$;
grant execute on function send_distribution(uuid, uuid, uuid[], jsonb, text, date, timestamptz), withdraw_distribution(uuid, text),
  decide_distribution(uuid, uuid, text, jsonb), answer_distribution(uuid, text, text, int, numeric, text, date, text), open_distribution(uuid),
  put_expose(uuid, text, text, bigint, text), distribution_counts(uuid[]) to lotse_app;
grant execute on function distribution_mail(uuid), distributions_to_remind(), remind_distribution(uuid) to lotse_jobs;
`;

export const distributionActions = migration(1764000000056, 'CreateDistributionActions', RULES, LEAD, RECEIVERS);
