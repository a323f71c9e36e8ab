import type { Route, Routes } from '@angular/router';
import type { CaseTab } from '@lotse/cases/ui';
import { allowed } from '@lotse/shared/ui';

/** Below `/uebergaben`: inbox, outbox, balance, and one handover by its id (the links in mails). */
export const handoverRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./handover-list/handovers-page').then((file) => file.HandoversPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'eingang' },
      {
        path: 'eingang',
        data: { box: 'in' },
        loadComponent: () => import('./handover-list/handover-box').then((file) => file.HandoverBoxList),
      },
      {
        path: 'ausgang',
        data: { box: 'out' },
        loadComponent: () => import('./handover-list/handover-box').then((file) => file.HandoverBoxList),
      },
      {
        path: 'verlagerungen',
        canActivate: [allowed('relocation.readNotices')],
        loadComponent: () => import('@lotse/cases/ui').then((ui) => ui.relocationNotices()),
      },
      { path: 'bilanz', loadComponent: () => import('./balance/handover-balance').then((file) => file.HandoverBalance) },
    ],
  },
  { path: ':id', loadComponent: () => import('./handover-list/handover-page').then((file) => file.HandoverPage) },
];

/** The tab of a case: a child route of the case page, which knows the id of the case. */
export const handoverCaseTab: CaseTab = {
  label: 'handover.tab.label',
  route: { path: 'uebergaben', loadComponent: () => import('./case-tab/case-handovers').then((file) => file.CaseHandovers) },
};

/** "Wer sieht das?" of a case. */
export const caseVisibilityTab: CaseTab = {
  label: 'handover.visibility.tab',
  route: { path: 'sichtbarkeit', loadComponent: () => import('./visibility/case-visibility').then((file) => file.CaseVisibility) },
};

/** "Wer sieht das?" of a company. */
export const companyVisibilityTab: Route = {
  path: 'sichtbarkeit',
  data: { tab: 'handover.visibility.tab' },
  loadComponent: () => import('./visibility/company-visibility').then((file) => file.CompanyVisibility),
};
