import type { EntityManager } from 'typeorm';
import { handoverDue, type FederalState, type HandoverDue } from '@lotse/shared/contract';
import { HANDOVER_WORKING_DAYS } from '@lotse/handovers/contract';

/**
 * When an offer made now to this organisation must be decided: at the end of the second working day, by the holidays of the
 * receiver's Land. For an organisation nobody knows the calendar of Hessen stands in; the offer itself is refused.
 */
export async function dueFor(tx: EntityManager, organisationId: string): Promise<HandoverDue> {
  const [row] = await tx.query<{ federal_state: FederalState }[]>(
    'select r.federal_state from organisations o join regions r on r.id = o.region_id where o.id = $1',
    [organisationId],
  );
  return handoverDue(new Date().toISOString(), { state: row?.federal_state ?? 'HE' }, HANDOVER_WORKING_DAYS);
}
