import { readableCase, readableEvent, readableSection, readableStub } from '@lotse/cases/api';

/*
 * What this domain's queries may see, in the API's own words; the policies of the database say the same once more.
 * Every query that uses this begins with the parameters of `caseActor`.
 */

/**
 * The acting person's notifications with what is behind them, as `mine`: asked anew with the rights of this moment, so that a
 * notification about a case the person no longer reads is not there, and its figure counts only what the person reads. Of a muted case
 * it counts what came before, and what the person was told in spite of it.
 */
export const MINE = `with mine as (
  select n.id, n.case_id, n.reason, n.read_at, coalesce(c.file_number, s.file_number) as file_number, c.title,
    case when c.id is null then n.kind else t.kind end as kind,
    case when c.id is null then 1 else t.events end as events,
    case when c.id is null then n.latest_at else t.latest end as latest_at
  from notifications n
  left join service_cases c on c.id = n.case_id and ${readableCase('c')}
  left join case_stubs s on s.case_id = n.case_id and s.organisation_id = $1 and ${readableStub('s')} and c.id is null
  left join notification_mutes q on q.case_id = n.case_id and q.user_id = n.user_id and q.organisation_id = n.organisation_id
  left join lateral (
    select count(*)::int as events, (array_agg(e.kind order by e.recorded_at desc, e.id desc))[1] as kind, max(e.recorded_at) as latest
    from timeline_events e where e.case_id = n.case_id and e.recorded_at >= n.since and e.by_user is distinct from $2 and ${readableEvent('e')}
      and (q.muted_at is null or e.recorded_at <= q.muted_at or e.recorded_at = n.latest_at)
      and exists (select from case_sections k where k.case_id = e.case_id and k.section = e.section and ${readableSection('k')})
  ) t on c.id is not null
  where n.organisation_id = $1 and ($4::boolean or n.user_id = $2)
    and (t.events > 0 or (s.case_id is not null and n.kind like 'handover.%')))`;
