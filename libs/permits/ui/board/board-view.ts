import type { ClockKey, ProcedureListQueryDto, ProcedureSort, ProcedureState, ProcedureType } from '@lotse/permits/contract';

/** The view as it stands in the URL; these values are left out of it. */
export const BOARD_VIEW = { state: 'running', type: '', municipality: '', year: '', clock: '', sort: 'dueOn', page: '1' };
export type BoardView = typeof BOARD_VIEW;

/** What the view asks of the API. What somebody typed into the URL by hand is left to the API to refuse. */
export const boardQuery = (view: BoardView): Partial<ProcedureListQueryDto> => ({
  state: view.state as ProcedureState,
  type: (view.type || undefined) as ProcedureType | undefined,
  municipality: view.municipality || undefined,
  year: view.year ? Number(view.year) : undefined,
  clock: (view.clock || undefined) as ClockKey | undefined,
  sort: view.sort as ProcedureSort,
  page: Number(view.page) || 1,
});

/** Years an application may have been received in, the running one first. */
export const yearsBack = (today: string, count = 6): string[] =>
  Array.from({ length: count }, (_, index) => String(Number(today.slice(0, 4)) - index));
