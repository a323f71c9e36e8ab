import type { DistributionAction, DistributionAnswerDto, DistributionDto } from '@lotse/distributions/contract';
import type { Actor } from '@lotse/shared/api';
import { berlinDay, countWorkingDays, may } from '@lotse/shared/contract';
import type { DistributionRow } from './distribution-rows';

const moment = (at: string): string => new Date(at).toISOString();
const plain = (answer: DistributionAnswerDto): DistributionAnswerDto => ({
  ...answer,
  expose: answer.expose && { ...answer.expose, uploadedAt: moment(answer.expose.uploadedAt) },
  answeredAt: moment(answer.answeredAt),
});

/** The one mapping of an enquiry to what travels. */
export function toDistributionDto(row: DistributionRow, actor: Actor, now: Date): DistributionDto {
  const isRunning = row.state === 'RUNNING';
  const over = row.due_at <= now;
  const ownAnswer = row.answers.find(({ organisationId }) => organisationId === actor.organisationId);
  const sealed = row.is_lead && row.is_open !== true;
  const lead = row.is_lead && row.case_id !== null;
  return {
    id: row.id,
    state: row.state,
    isLead: row.is_lead,
    isReceiver: row.is_receiver,
    caseId: row.case_id,
    fileNumber: row.file_number,
    leadOrganisationId: row.lead_org,
    leadOrganisationName: row.lead_name,
    publicName: row.public_name,
    profile: row.profile,
    sentAt: row.sent_at.toISOString(),
    dueOn: row.due_on,
    dueAt: row.due_at.toISOString(),
    timeLeft: isRunning ? { workingDays: countWorkingDays(berlinDay(now), row.due_on, { state: row.federal_state }), over } : null,
    sealed,
    sealedBecause: sealed ? sealReason(row, over, ownAnswer) : null,
    counts:
      lead && row.asked !== null ? { asked: row.asked, opened: sealed ? null : row.opened, answered: sealed ? null : row.answered } : null,
    receivers: lead ? row.receivers : null,
    answers: lead && !sealed ? row.answers.map(plain) : null,
    ownAnswer: ownAnswer ? plain(ownAnswer) : null,
    ownOutcome: row.own_outcome,
    ownOutcomeNote: row.own_outcome_note,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedByName: row.ended_by_name,
    withdrawNote: row.withdraw_note,
    chosenOrganisationId: row.chosen_org,
    decisionNote: row.decision_note,
    log: row.log.map((line) => ({ ...line, at: moment(line.at) })),
    actions: actionsOf(row, actor, over, sealed, ownAnswer !== undefined),
  };
}

function sealReason(row: DistributionRow, over: boolean, ownAnswer?: DistributionAnswerDto): DistributionDto['sealedBecause'] {
  if (row.state === 'WITHDRAWN') return 'WITHDRAWN';
  if (row.state === 'DECIDED') return 'TOOK_PART';
  return row.is_receiver && !ownAnswer && over ? 'OWN_ANSWER_FIRST' : 'UNTIL_DUE';
}

/** What the database would allow now; it decides again when it is done. */
function actionsOf(row: DistributionRow, actor: Actor, over: boolean, sealed: boolean, hasAnswered: boolean): DistributionAction[] {
  if (row.state !== 'RUNNING') return [];
  const actions: DistributionAction[] = [];
  const leads = row.is_lead && may(actor.roles, 'distribution.decide');
  if (row.is_receiver && may(actor.roles, 'distribution.answer') && (!over || (row.is_lead && !hasAnswered))) actions.push('answer');
  if (leads && !sealed && (over || row.answered === row.asked)) actions.push('decide');
  if (leads) actions.push('withdraw');
  return actions;
}
