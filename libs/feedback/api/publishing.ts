import { planPublishing, quarterOf } from '@lotse/feedback/contract';
import { berlinDay } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';

interface PendingRow {
  survey_id: string;
  owner_org: string;
  credited: string[];
  quarter: string;
  is_change: boolean;
}

/**
 * Publishes the answers of a region that have become enough, in the transaction of the answer that made them enough. The lock of
 * the region was taken with the answer, so two answers at once cannot plan the same batch.
 * @param hash of the link whose answer was just stored
 */
export async function publishAnswers(tx: EntityManager, hash: Buffer): Promise<void> {
  const rows = await tx.query<PendingRow[]>('select survey_id, owner_org, credited, quarter, is_change from pending_answers($1)', [hash]);
  const waiting = rows.map((row) => ({
    id: row.survey_id,
    quarter: row.quarter,
    group: { closingOwner: row.owner_org, credited: row.credited },
    isChange: row.is_change,
  }));
  for (const batch of planPublishing(waiting, quarterOf(berlinDay(new Date()))))
    await tx.query('select publish_batch($1, $2, $3, $4, $5)', [hash, batch.closingOwner, batch.credited, batch.quarter, batch.answerIds]);
}
