import type { AccountabilityDto } from '@lotse/cases/contract';

/** What must hold at every moment, asked of the database itself; each row it returns is a fault. */
export const FAULTS = `
  with mine as (select * from service_cases where id = any ($1::uuid[]))
  select 'two open transfers' as fault, case_id::text as of from handovers where case_id in (select id from mine) and kind = 'TRANSFER'
    and state = 'OFFERED' group by case_id having count(*) > 1
  union all select 'open offer of somebody who is not the owner', h.id::text from handovers h join mine c on c.id = h.case_id
    where h.state = 'OFFERED' and h.from_org <> c.owner_org
  union all select 'share of somebody who is not the owner', h.id::text from handovers h join mine c on c.id = h.case_id
    where h.state = 'ACCEPTED' and h.kind <> 'TRANSFER' and h.from_org <> c.owner_org
  union all select 'owner is not the receiver of the latest transfer', c.id::text from mine c
    where c.owner_org <> coalesce((select h.to_org from handovers h where h.case_id = c.id and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED')
      order by h.decided_at desc, h.id desc limit 1), (select (e.data ->> 'ownerOrganisation')::uuid from timeline_events e
      where e.case_id = c.id and e.kind = 'case.created'))
  union all select 'officer of another organisation', c.id::text from mine c
    where not exists (select from memberships m where m.user_id = c.officer_id and m.organisation_id = c.owner_org)
  union all select 'closed and on offer', c.id::text from mine c join handovers h on h.case_id = c.id
    where c.status = 'CLOSED' and h.kind = 'TRANSFER' and h.state = 'OFFERED'
  union all select 'reader without a reason', c.id::text from mine c, unnest(c.reader_orgs) r
    where r <> c.owner_org and not exists (select from handovers h where h.case_id = c.id and h.to_org = r
      and (h.state = 'OFFERED' or (h.state = 'ACCEPTED' and h.kind <> 'TRANSFER')))
  union all select 'share without a reader', h.id::text from handovers h join mine c on c.id = h.case_id
    where h.state = 'ACCEPTED' and h.kind <> 'TRANSFER' and not c.reader_orgs @> array[h.to_org]
  union all select 'owner who does not read', c.id::text from mine c where not c.reader_orgs @> array[c.owner_org]
  union all select 'former owner without a stub', c.id::text from mine c join handovers h on h.case_id = c.id
    where h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED') and h.from_org <> c.owner_org
      and not exists (select from case_stubs s where s.case_id = c.id and s.organisation_id = h.from_org and s.owner_org = c.owner_org and s.status = c.status)
  union all select 'owner with a stub', c.id::text from mine c join case_stubs s on s.case_id = c.id and s.organisation_id = c.owner_org
  union all select 'open follow-up nobody can do', f.id::text from follow_ups f join mine c on c.id = f.case_id
    where f.done_at is null and not exists (select from case_sections k where k.case_id = c.id and k.section = 'NOTES' and (k.contributor_orgs @> array[f.organisation_id] or k.people_org = f.organisation_id))
  union all select 'change without its event', h.id::text from handovers h join mine c on c.id = h.case_id
    where (select count(*) from timeline_events e where e.case_id = c.id and e.data ->> 'handoverId' = h.id::text
      and e.kind in ('handover.offered', 'handover.' || lower(h.state))) <> case h.state when 'OFFERED' then 1 else 2 end
  union all select 'owner changed without its event', c.id::text from mine c
    where (select count(*) from timeline_events e where e.case_id = c.id and e.kind = 'owner.changed')
      <> (select count(*) from handovers h where h.case_id = c.id and h.kind = 'TRANSFER' and h.state in ('ACCEPTED', 'RETURNED'))`;

/** What is wrong with the intervals of one case. */
export function gaps(id: string, { intervals, ageSeconds }: AccountabilityDto, owner: string): string[] {
  const sum = intervals.reduce((all, { from, to }) => all + Date.parse(to) - Date.parse(from), 0);
  return [
    ...intervals.slice(1).flatMap(({ from }, n) => (from === intervals[n]?.to ? [] : [`${id} has a gap before ${from}`])),
    ...(sum === Math.round(ageSeconds * 1000) ? [] : [`${id} is ${ageSeconds} s old, its intervals ${sum} ms`]),
    ...(intervals.at(-1)?.organisationId === owner ? [] : [`${id} is last held by somebody who does not own it`]),
  ];
}
