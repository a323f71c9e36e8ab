import { Injectable } from '@nestjs/common';
import { caseActor, ownCase } from '@lotse/cases/api';
import { type BalanceQueryDto, offerFigures, type OrganisationAccountabilityDto, type ReceivedOffer } from '@lotse/handovers/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import { addDays, addMonths, berlinDay, type FederalState } from '@lotse/shared/contract';
import { readableHandover } from '../handover-access';

interface OfferRow {
  state: ReceivedOffer['state'];
  offered_at: Date;
  decided_at: Date | null;
  due_at: Date;
  decision_reason_code: ReceivedOffer['reasonCode'];
}

const ORGANISATION = `select o.name, r.federal_state from organisations o join regions r on r.id = o.region_id
  where o.id = $1 and has_role('{OFFICER,LIAISON,MANAGER}')`;

/** Figures never include confidential cases: whoever reads the figures would learn of them. */
const OFFERS = `select h.state, h.offered_at, h.decided_at, h.due_at, h.decision_reason_code from handovers h
  where h.to_org = $1 and not h.confidential and ${readableHandover('h')}
    and (h.offered_at at time zone 'Europe/Berlin')::date between $5 and $6`;

/** Each change of the owner is an event that all who read the key facts may read, so earlier hands are known to the present ones. */
const MANY_HANDS = `select count(*)::int as cases from service_cases c
  where ${ownCase('c')} and not c.confidential and exists (select from (
    select count(*) as hands, max(e.recorded_at) as last from timeline_events e
    where e.case_id = c.id and e.section = 'MASTER' and jsonb_path_exists(e.changes, '$[*] ? (@.field == "ownerOrganisation")')) m
    where m.hands >= 3 and (m.last at time zone 'Europe/Berlin')::date between $5 and $6)`;

/** How an organisation answered the offers of a period. */
@Injectable()
export class OrganisationAccountability {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 for any organisation but the own one: what it owes others it may know, and a rival may not */
  of(actor: Actor, id: string, query: BalanceQueryDto): Promise<OrganisationAccountabilityDto> {
    if (id !== actor.organisationId) throw new DomainError('notFound', 'organisation.notFound');
    const now = new Date().toISOString();
    const today = berlinDay(now);
    const to = query.to ?? (query.from && query.from > today ? query.from : today);
    const from = query.from ?? addDays(addMonths(to, -12), 1);
    const asked = [...caseActor(actor, this.checks), from, to];
    return this.db.as(actor, async (tx) => {
      const [organisation] = await prepared<{ name: string; federal_state: FederalState }>(tx, ORGANISATION, [id]);
      if (!organisation) throw new DomainError('notFound', 'organisation.notFound');
      const rows = await prepared<OfferRow>(tx, OFFERS, asked);
      const [hands] = await prepared<{ cases: number }>(tx, MANY_HANDS, asked);
      const figures = offerFigures(rows.map(toOffer), now, { state: organisation.federal_state });
      const { outcomes } = figures;
      return {
        organisationId: id,
        organisationName: organisation.name,
        from,
        to,
        offersReceived: figures.received,
        accepted: outcomes.ACCEPTED,
        declined: outcomes.DECLINED,
        declinedByReason: figures.declinedByReason,
        withdrawn: outcomes.WITHDRAWN,
        expired: outcomes.EXPIRED,
        open: outcomes.OPEN,
        returned: figures.returned,
        decided: figures.decided,
        medianSecondsToDecide: figures.medianSecondsToDecide,
        medianWorkingDaysToDecide: figures.medianWorkingDaysToDecide,
        casesWithThreeOrMoreHandovers: hands?.cases ?? 0,
      };
    });
  }
}

const toOffer = (row: OfferRow): ReceivedOffer => ({
  state: row.state,
  offeredAt: row.offered_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  dueAt: row.due_at.toISOString(),
  reasonCode: row.decision_reason_code,
});
