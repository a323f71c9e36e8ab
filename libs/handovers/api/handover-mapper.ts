import { CASE_SECTIONS } from '@lotse/cases/contract';
import { HANDOVER_ACTIONS, canDecide, type HandoverAction, type HandoverDto, type HandoverSide } from '@lotse/handovers/contract';
import type { Actor } from '@lotse/shared/api';
import { may, type Permission } from '@lotse/shared/contract';
import type { HandoverRow } from './handover-rows';
import { timeLeft } from './time-left';

const PERMISSION: Record<HandoverAction, Permission> = {
  accept: 'handover.decide',
  decline: 'handover.decide',
  return: 'handover.offer',
  withdraw: 'handover.withdraw',
  end: 'handover.end',
};

/** The one mapping of a handover to what travels. */
export function toHandoverDto(row: HandoverRow, actor: Actor, now: Date): HandoverDto {
  const over = row.state === 'OFFERED' && row.due_at <= now;
  const side: HandoverSide = row.is_mine ? 'FROM' : 'TO';
  const actions = HANDOVER_ACTIONS.filter(
    (action) =>
      !over &&
      may(actor.roles, PERMISSION[action]) &&
      canDecide(row.state, action, side, row.kind) &&
      (action !== 'return' || row.may_return),
  );
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    caseId: row.case_id,
    fileNumber: row.file_number,
    caseType: row.case_type,
    confidential: row.confidential,
    caseTitle: row.case_title,
    companyName: row.company_name,
    caseAccess: row.case_access,
    side,
    fromOrganisationId: row.from_org,
    fromOrganisationName: row.from_name,
    toOrganisationId: row.to_org,
    toOrganisationName: row.to_name,
    basis: row.basis,
    basisReason: row.basis_reason,
    agreementId: row.agreement_id,
    reasonCode: row.reason_code,
    note: row.note,
    sections: CASE_SECTIONS.filter((section) => row.sections.includes(section)),
    stubOnly: row.stub_only,
    returnOf: row.return_of,
    dueOn: row.due_on,
    dueAt: row.due_at.toISOString(),
    timeLeft: row.state === 'OFFERED' ? timeLeft(row.due_on, row.due_at, row.federal_state, now) : null,
    offeredByName: row.offered_by_name,
    offeredAt: row.offered_at.toISOString(),
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReasonCode: row.decision_reason_code,
    decisionNote: row.decision_note,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedByName: row.ended_by_name,
    messages: row.messages.map((message) => ({ ...message, recordedAt: new Date(message.recordedAt).toISOString() })),
    claim: row.claim,
    actions,
    mayAsk:
      may(actor.roles, 'handover.decide') && !over && (row.state === 'OFFERED' || (row.state === 'ACCEPTED' && row.kind !== 'TRANSFER')),
  };
}
