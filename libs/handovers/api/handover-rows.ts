import { readableCase, readableStub } from '@lotse/cases/api';
import type { CaseSection, CaseType } from '@lotse/cases/contract';
import type {
  HandoverBasis,
  HandoverDto,
  HandoverKind,
  HandoverMessageDto,
  HandoverState,
  OfferReason,
  RefusalReason,
} from '@lotse/handovers/contract';
import type { FederalState } from '@lotse/shared/contract';
import { readableHandover, readableMessage, readableWords } from './handover-access';

/** A handover as the query below reads it. */
export interface HandoverRow {
  id: string;
  kind: HandoverKind;
  state: HandoverState;
  case_id: string;
  file_number: string;
  case_type: CaseType;
  confidential: boolean;
  case_title: string | null;
  company_name: string | null;
  case_access: HandoverDto['caseAccess'];
  is_mine: boolean;
  from_org: string;
  from_name: string;
  to_org: string;
  to_name: string;
  federal_state: FederalState;
  basis: HandoverBasis;
  basis_reason: string | null;
  agreement_id: string | null;
  reason_code: OfferReason | RefusalReason;
  note: string | null;
  sections: CaseSection[];
  stub_only: boolean;
  return_of: string | null;
  due_on: string;
  due_at: Date;
  offered_by_name: string;
  offered_at: Date;
  decided_by_name: string | null;
  decided_at: Date | null;
  decision_reason_code: RefusalReason | null;
  decision_note: string | null;
  ended_at: Date | null;
  ended_by_name: string | null;
  messages: HandoverMessageDto[];
  claim: HandoverDto['claim'];
  may_return: boolean;
}

/**
 * Handovers with what their reader may know of the case. Title and company come from the case itself, so they are gone as
 * soon as the case is closed to the reader; file number and type are the snapshot and stay.
 */
export const SELECT_HANDOVERS = `
  select h.id, h.kind, h.state, h.case_id, h.file_number, h.case_type, h.confidential, c.title as case_title,
    case when co.confidential then coalesce(co.project_name, c.project_name) else co.name end as company_name,
    case when c.owner_org = $1 then 'FULL' when c.id is not null then 'SHARED'
      when exists (select from case_stubs s where s.case_id = h.case_id and s.organisation_id = $1 and ${readableStub('s')}) then 'STUB' end as case_access,
    h.from_org = $1 as is_mine, h.from_org, sender.name as from_name, h.to_org, receiver.name as to_name, region.federal_state,
    h.basis, case when h.from_org = $1 then h.agreement_id end as agreement_id, case when ${readableWords('h', 'c')} then w.basis_reason end as basis_reason, h.reason_code,
    case when ${readableWords('h', 'c')} then w.note end as note, h.sections, h.stub_only, h.return_of, h.due_on::text as due_on, h.due_at,
    h.offered_by_name, h.offered_at, h.decided_by_name, h.decided_at, h.decision_reason_code, h.decision_note, h.ended_at, h.ended_by_name,
    coalesce((select json_agg(json_build_object('id', m.id, 'text', m.text, 'byName', m.by_name, 'byOrganisationId', m.by_org,
        'recordedAt', m.recorded_at) order by m.recorded_at, m.id)
      from handover_messages m where m.handover_id = h.id and ${readableMessage('m', 'h', 'c')}), '[]') as messages,
    (select json_build_object('userId', k.user_id, 'name', u.name) from handover_claims k join users u on u.id = k.user_id
      where k.handover_id = h.id and k.organisation_id = $1 and h.to_org = $1 and h.state = 'OFFERED') as claim,
    h.kind = 'TRANSFER' and h.state = 'ACCEPTED' and h.to_org = $1 and c.owner_org = $1 and c.status <> 'CLOSED'
      and not exists (select from handovers later where later.case_id = h.case_id and later.kind = 'TRANSFER'
        and (later.state = 'OFFERED' or (later.state in ('ACCEPTED', 'RETURNED') and (later.decided_at, later.id) > (h.decided_at, h.id))))
      as may_return
  from handovers h
  join organisations sender on sender.id = h.from_org
  join organisations receiver on receiver.id = h.to_org
  join regions region on region.id = receiver.region_id
  left join service_cases c on c.id = h.case_id and ${readableCase('c')}
  left join companies co on co.id = c.company_id
  left join lateral handover_words(h.id) w on true
  where ${readableHandover('h')}`;
