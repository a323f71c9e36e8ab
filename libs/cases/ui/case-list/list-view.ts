import type { CaseListQueryDto, CaseSort, CaseStatus, CaseType, CaseOwnership, WaitingFor } from '@lotse/cases/contract';
import { addDays, type IsoDate } from '@lotse/shared/contract';

/** The view as it stands in the URL; these values are left out of it. */
export const VIEW = {
  status: 'OPEN',
  ownership: 'all',
  due: 'any',
  type: '',
  officer: '',
  municipality: '',
  step: '',
  q: '',
  sort: 'nextStepOn',
  page: '1',
};
export type View = typeof VIEW;

/** Choices of the filters, the neutral one first. */
export const STATUS_CHOICES = [
  'OPEN',
  'NEW',
  'IN_PROGRESS',
  'WAITING',
  'WAITING_APPLICANT',
  'WAITING_THIRD_PARTY',
  'CLOSED',
  'ALL',
] as const;
export const OWNERSHIP_CHOICES = ['all', 'mine', 'organisation', 'shared'] as const;
export const DUE_CHOICES = ['any', 'overdue', 'today', 'week', 'month'] as const;

const DAYS_AHEAD: Record<string, number> = { overdue: -1, today: 0, week: 7, month: 30 };

/** What the view asks of the API. What somebody typed into the URL by hand is left to the API to refuse. */
export function listQuery(view: View, today: IsoDate): Partial<CaseListQueryDto> {
  const ahead = DAYS_AHEAD[view.due];
  return {
    ...status(view.status),
    ownership: view.ownership === 'all' ? undefined : (view.ownership as CaseOwnership),
    dueUntil: ahead === undefined ? undefined : addDays(today, ahead),
    type: (view.type || undefined) as CaseType | undefined,
    officerId: view.officer || undefined,
    municipality: view.municipality || undefined,
    withoutNextStep: view.step === 'without' ? true : undefined,
    q: view.q || undefined,
    sort: (view.sort === VIEW.sort ? undefined : view.sort) as CaseSort | undefined,
    page: Number(view.page) || 1,
  };
}

function status(chosen: string): Partial<CaseListQueryDto> {
  if (chosen === 'ALL') return {};
  const waitingFor = chosen.startsWith('WAITING_') ? (chosen.slice('WAITING_'.length) as WaitingFor) : undefined;
  return { status: waitingFor ? 'WAITING' : (chosen as CaseStatus | 'OPEN'), waitingFor };
}
