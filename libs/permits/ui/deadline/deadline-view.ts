import type { DeadlineQueryDto } from '@lotse/permits/contract';
import { FEDERAL_STATES, type FederalState, isIsoDate, PERIOD_UNITS, type PeriodUnit } from '@lotse/shared/contract';
import type { Language } from '@lotse/shared/ui';

/** The question as it stands in the URL; a copied link is the answer. */
export const DEADLINE_VIEW = { from: '', amount: '35', unit: 'WORKING_DAY', state: '', own: '', view: '' };
export type DeadlineView = typeof DEADLINE_VIEW;

/** What the URL asks of the API; undefined while it is no whole question. */
export function deadlineQuery(view: DeadlineView, language: Language): DeadlineQueryDto | undefined {
  const amount = Number(view.amount);
  const unit = PERIOD_UNITS.find((known) => known === view.unit) as PeriodUnit | undefined;
  const state = FEDERAL_STATES.find((known) => known === view.state) as FederalState | undefined;
  if (!isIsoDate(view.from) || !unit || !Number.isInteger(amount) || amount < 1 || amount > 1000) return undefined;
  return { from: view.from, amount, unit, ...(state && { state }), ...(view.own === 'true' && !state && { own: true }), language };
}
