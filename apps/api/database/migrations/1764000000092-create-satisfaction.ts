import { migration } from './migration';

/**
 * Publishing in batches. The program plans which answers go together (a pure rule with tests); the database sees to it that no
 * batch is smaller than five, that every answer is in it once, and that nobody is credited who has no share in it.
 */
const PUBLISHING = `
set role lotse_definer;
create function quarter_of(p_day date) returns text language sql immutable parallel safe as $$ select to_char(p_day, 'YYYY"-Q"Q') $$;

-- Answers no figure knows yet, by the quarter of closing, and published ones that were changed since: these keep the organisations and
-- the quarters of their batch, so that no window shows a change without what it changes.
create function pending_answers_of(p_region uuid)
returns table (survey_id uuid, owner_org uuid, credited uuid[], quarter text, is_change boolean, first_quarter text)
language sql security definer set search_path = public, pg_temp as $$
  select s.id, s.owner_org, coalesce(b.credited, s.credited),
    coalesce(b.quarter, quarter_of((s.created_at at time zone 'Europe/Berlin')::date)), b.id is not null,
    coalesce(b.first_quarter, quarter_of((s.created_at at time zone 'Europe/Berlin')::date))
  from survey_answers a join surveys s on s.id = a.survey_id left join published_batches b on b.id = a.batch_id
  where s.region_id = p_region and not s.confidential and a.published_grade is distinct from a.service_grade
$$;

create function publish_batch_of(p_region uuid, p_owner uuid, p_credited uuid[], p_quarter text, p_surveys uuid[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare fit record; batch uuid;
begin
  select count(*) as n, count(*) filter (where is_change) as changed, max(quarter) as quarter, min(first_quarter) as first_quarter
  into fit from pending_answers_of(p_region) p
  where p.survey_id = any (p_surveys) and p.owner_org = p_owner and p.credited @> p_credited;
  if fit.n < 5 or fit.n <> cardinality(p_surveys) or fit.quarter <> p_quarter or not p_credited @> array[p_owner] then
    raise exception 'these answers do not make a batch';
  end if;
  insert into published_batches (region_id, owner_org, credited, first_quarter, quarter, counts, new_answers, changed_answers)
  values (p_region, p_owner, p_credited, fit.first_quarter, p_quarter, array(
    select (select count(*) filter (where a.service_grade = g) - count(*) filter (where a.published_grade = g) from survey_answers a
      where a.survey_id = any (p_surveys))::int from generate_series(1, 6) g order by g), fit.n - fit.changed, fit.changed)
  returning id into batch;
  update survey_answers set published_grade = service_grade, batch_id = batch where survey_id = any (p_surveys);
  return batch;
end
$$;

-- For the holder of a link: the region is that of the survey, nothing else can be named.
create function pending_answers(p_hash bytea)
returns table (survey_id uuid, owner_org uuid, credited uuid[], quarter text, is_change boolean, first_quarter text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare region uuid := (select region_id from surveys where token_hash = p_hash);
begin
  perform lock_publishing(region);
  return query select * from pending_answers_of(region);
end
$$;

create function publish_batch(p_hash bytea, p_owner uuid, p_credited uuid[], p_quarter text, p_surveys uuid[]) returns uuid
language sql security definer set search_path = public, pg_temp as $$
  select publish_batch_of(region_id, p_owner, p_credited, p_quarter, p_surveys) from surveys where token_hash = p_hash
$$;
grant execute on function pending_answers(bytea), publish_batch(bytea, uuid, uuid[], text, uuid[]) to lotse_app;
`;

/** How many were closed, asked and have answered, by the quarter of closing. Confidential cases are in none of these numbers. */
const FUNNEL = `
set role lotse_definer;
create function survey_funnel(p_organisation uuid, p_from date, p_to date)
returns table (quarter text, closed int, asked int, sent int, undelivered int, answered int, no_contact int, objected int, asked_recently int, no_notice int)
-- One plan for an organisation and one for a region: a common one would read every survey.
language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare region uuid := my_region();
begin
  if not has_role('{MANAGER}') then perform refuse(403, 'permission.missing'); end if;
  if p_organisation is not null and region_of(p_organisation) is distinct from region then perform refuse(404, 'organisation.notFound'); end if;
  return query
    -- To the quarter as a date: naming it for every row costs more than counting them.
    select quarter_of(counted.day), counted.closed, counted.asked, counted.sent, counted.undelivered, counted.answered, counted.no_contact,
      counted.objected, counted.asked_recently, counted.no_notice
    from (select date_trunc('quarter', s.created_at at time zone 'Europe/Berlin')::date as day, count(*)::int as closed, (count(*) filter (where s.exclusion is null))::int as asked,
      (count(*) filter (where s.sent_at is not null))::int as sent, (count(*) filter (where s.mail_state = 'FAILED'))::int as undelivered,
      (count(*) filter (where s.answered_at is not null))::int as answered,
      (count(*) filter (where s.exclusion = 'NO_CONTACT'))::int as no_contact, (count(*) filter (where s.exclusion = 'OBJECTED'))::int as objected,
      (count(*) filter (where s.exclusion = 'ASKED_RECENTLY'))::int as asked_recently, (count(*) filter (where s.exclusion = 'NO_NOTICE'))::int as no_notice
    from surveys s
    where not s.confidential and case when p_organisation is null then s.region_id = region else s.credited @> array[p_organisation] end
      and s.created_at >= p_from::timestamp at time zone 'Europe/Berlin' and s.created_at < (p_to + 1)::timestamp at time zone 'Europe/Berlin'
    group by 1) counted order by counted.day;
end
$$;
grant execute on function survey_funnel(uuid, date, date) to lotse_app;
`;

export const satisfaction = migration(1764000000092, 'CreateSatisfaction', PUBLISHING, FUNNEL);
