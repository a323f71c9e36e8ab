import { Injectable } from '@nestjs/common';
import { JobsDatabase } from '@lotse/shared/api';
import { addWorkingDays, berlinDay, type FederalState } from '@lotse/shared/contract';

/** Reminds whoever has not answered one working day before the last day to answer, by the calendar of the Land it was sent in. */
@Injectable()
export class DistributionReminders {
  constructor(private readonly jobs: JobsDatabase) {}

  /** Each enquiry is reminded of once; an organisation that has answered hears nothing. Returns how many organisations were reminded. */
  async remind(now = new Date()): Promise<number> {
    const today = berlinDay(now);
    const running = await this.jobs.anonymous((tx) =>
      tx.query<{ id: string; due_on: string; federal_state: FederalState }[]>(
        'select id, due_on::text as due_on, federal_state from distributions_to_remind()',
      ),
    );
    let reminded = 0;
    for (const { id, due_on, federal_state } of running) {
      if (today < addWorkingDays(due_on, -1, { state: federal_state })) continue;
      const [row] = await this.jobs.anonymous((tx) => tx.query<{ n: number }[]>('select remind_distribution($1) as n', [id]));
      reminded += row?.n ?? 0;
    }
    return reminded;
  }
}
