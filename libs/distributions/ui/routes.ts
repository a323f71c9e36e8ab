import type { Routes } from '@angular/router';
import type { CaseTab } from '@lotse/cases/ui';

/** Below `/flaechenabfragen`: the boxes, and one enquiry by its id (the links in mails). */
export const distributionRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./page/distributions-page').then((file) => file.DistributionsPage) },
  { path: ':id', loadComponent: () => import('./page/distribution-page').then((file) => file.DistributionPage) },
];

/** The tab "Flächenabfrage" of a settlement, for its owner. */
export const distributionCaseTab: CaseTab = {
  label: 'distribution.tab.label',
  route: { path: 'flaechenabfrage', loadComponent: () => import('./case-tab/case-distributions').then((file) => file.CaseDistributions) },
  shown: ({ type, access }) => type === 'SETTLEMENT' && access === 'FULL',
};
