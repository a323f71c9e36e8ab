import type { EntityManager } from 'typeorm';
import { type Actor, DomainError, prepared } from '@lotse/shared/api';
import { berlinDay, type FederalState, nextWorkingDay } from '@lotse/shared/contract';

/**
 * What is to be done is done on a working day of the own organisation. Nothing is moved in silence: a day on which nobody works is refused
 * with the next one that fits. Days that have begun are taken as they are, for what was meant cannot be moved any more.
 * @throws DomainError 422 `followUp.notWorkingDay` with `dueOn` and `nextWorkingDay`
 */
export async function requireWorkingDay(tx: EntityManager, actor: Actor, dueOn: string): Promise<void> {
  if (dueOn <= berlinDay(new Date())) return;
  const [row] = await prepared<{ federal_state: FederalState }>(
    tx,
    'select r.federal_state from organisations o join regions r on r.id = o.region_id where o.id = $1',
    [actor.organisationId],
  );
  const next = nextWorkingDay(dueOn, { state: row?.federal_state ?? 'HE' });
  if (next !== dueOn) throw new DomainError('rule', 'followUp.notWorkingDay', { dueOn, nextWorkingDay: next });
}
