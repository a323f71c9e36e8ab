import type { Routes } from '@angular/router';
import type { CaseTab } from '@lotse/cases/ui';

/** Below `/genehmigungen`: the board of running procedures. */
export const permitRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./board/board-page').then((file) => file.BoardPage) },
];

/** `/verfahren/:id`. */
export const procedurePage = () => import('./procedure/procedure-page').then((file) => file.ProcedurePage);

/** `/fristenrechner`. */
export const deadlinePage = () => import('./deadline/deadline-page').then((file) => file.DeadlinePage);

/** The tab "Genehmigungen" of a case, for whoever reads that part of it. */
export const permitCaseTab: CaseTab = {
  label: 'permit.tab.label',
  route: { path: 'genehmigungen', loadComponent: () => import('./case-tab/case-procedures').then((file) => file.CaseProcedures) },
  shown: ({ sections }) => sections.includes('PERMITS'),
};
