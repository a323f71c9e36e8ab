import type {
  DistributionAnswerDto,
  DistributionLogDto,
  DistributionOutcome,
  DistributionReceiverDto,
  DistributionState,
  NeedProfileDto,
} from '@lotse/distributions/contract';
import type { FederalState } from '@lotse/shared/contract';
import { readableAnswer, readableDistribution, readableLead, readableLine, readableReceiver } from './distribution-access';

/** An enquiry as the query below reads it. */
export interface DistributionRow {
  id: string;
  state: DistributionState;
  lead_org: string;
  lead_name: string;
  is_lead: boolean;
  is_receiver: boolean;
  case_id: string | null;
  file_number: string | null;
  public_name: string | null;
  profile: NeedProfileDto;
  federal_state: FederalState;
  sent_at: Date;
  due_on: string;
  due_at: Date;
  is_open: boolean | null;
  asked: number | null;
  opened: number | null;
  answered: number | null;
  receivers: DistributionReceiverDto[];
  answers: DistributionAnswerDto[];
  own_outcome: DistributionOutcome | null;
  own_outcome_note: string | null;
  log: DistributionLogDto[];
  ended_at: Date | null;
  ended_by_name: string | null;
  withdraw_note: string | null;
  chosen_org: string | null;
  decision_note: string | null;
}

/** Enquiries with what their reader may know of them; who else was asked and what others answered comes with the lead's rights alone. */
export const SELECT_DISTRIBUTIONS = `
  select d.id, d.state, d.lead_org, lead.name as lead_name, d.lead_org = $1 as is_lead, mine.organisation_id is not null as is_receiver,
    k.case_id, k.file_number, d.public_name, d.profile, d.federal_state, d.sent_at, d.due_on::text as due_on, d.due_at,
    k.unsealed_from <= now() as is_open, n.asked, n.opened, n.answered,
    coalesce((select json_agg(json_build_object('organisationId', o.id, 'name', o.name, 'outcome', r.outcome, 'outcomeNote', r.outcome_note)
        order by o.name, o.id)
      from distribution_receivers r join organisations o on o.id = r.organisation_id
      where r.distribution_id = d.id and ${readableReceiver('r', 'd')}), '[]') as receivers,
    coalesce((select json_agg(json_build_object('id', a.id, 'organisationId', o.id, 'organisationName', o.name, 'answer', a.answer, 'site', a.site,
        'areaSqm', a.area_sqm, 'pricePerSqm', a.price_per_sqm, 'price', a.price, 'availableFrom', a.available_from, 'note', a.note,
        'revision', a.revision,
        'expose', (select json_build_object('name', e.name, 'kind', e.kind, 'size', e.size, 'uploadedAt', e.uploaded_at) from distribution_exposes e
          where e.distribution_id = a.distribution_id and e.organisation_id = a.organisation_id and ${readableAnswer('e', 'k')}),
        'answeredByName', a.answered_by_name, 'answeredAt', a.answered_at) order by o.name, o.id)
      from distribution_answers a join organisations o on o.id = a.organisation_id
      where a.distribution_id = d.id and a.is_current and ${readableAnswer('a', 'k')}), '[]') as answers,
    mine.outcome as own_outcome, mine.outcome_note as own_outcome_note,
    coalesce((select json_agg(json_build_object('id', l.id, 'kind', l.kind, 'organisationId', l.organisation_id, 'organisationName', o.name,
        'byName', l.by_name, 'at', l.at) order by l.at, o.name, l.id)
      from distribution_log l left join organisations o on o.id = l.organisation_id
      where l.distribution_id = d.id and ${readableLine('l', 'k')}), '[]') as log,
    d.ended_at, d.ended_by_name, d.withdraw_note, k.chosen_org, k.decision_note
  from distributions d
  join organisations lead on lead.id = d.lead_org
  left join distribution_cases k on k.distribution_id = d.id and ${readableLead('k', 'd')}
  left join distribution_receivers mine on mine.distribution_id = d.id and mine.organisation_id = $1
  left join lateral distribution_counts(array[d.id]) n on true
  where ${readableDistribution('d')}`;
