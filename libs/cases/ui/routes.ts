import type { Type } from '@angular/core';
import type { Route, Routes } from '@angular/router';
import { allowed } from '@lotse/shared/ui';
import { CASE_HEAD_PARTS, CASE_TABS, type CaseTab } from './case-page/case-tabs';

/**
 * Below `/vorgaenge`: the list, a new case, and a case with its tabs. Domains behind this one contribute tabs: a child route with
 * its label, and small parts for the head, wired in `apps/web`. A child route gets the id of the case as its input `id`.
 */
export function caseRoutes(contributed: readonly CaseTab[] = [], headParts: readonly Type<unknown>[] = []): Routes {
  return [
    { path: '', pathMatch: 'full', loadComponent: () => import('./case-list/case-list-page').then((file) => file.CaseListPage) },
    {
      path: 'neu',
      canActivate: [allowed('case.create')],
      loadComponent: () => import('./new-case/new-case-page').then((file) => file.NewCasePage),
    },
    {
      path: ':id',
      loadComponent: () => import('./case-page/case-page').then((file) => file.CasePage),
      providers: [
        { provide: CASE_TABS, useValue: contributed },
        { provide: CASE_HEAD_PARTS, useValue: headParts },
      ],
      children: [
        { path: '', pathMatch: 'full', redirectTo: 'uebersicht' },
        { path: 'uebersicht', loadComponent: () => import('./timeline/case-timeline').then((file) => file.CaseTimeline) },
        { path: 'eckdaten', loadComponent: () => import('./details/case-facts').then((file) => file.CaseFacts) },
        { path: 'wiedervorlagen', loadComponent: () => import('./follow-ups/case-follow-ups').then((file) => file.CaseFollowUps) },
        { path: 'dokumente', loadComponent: () => import('./documents/case-documents').then((file) => file.CaseDocuments) },
        { path: 'arbeitsplaetze', loadComponent: () => import('./job-effects/case-job-effects').then((file) => file.CaseJobEffects) },
        {
          path: 'zustaendigkeit',
          loadComponent: () => import('./accountability/case-accountability').then((file) => file.CaseAccountability),
        },
        ...contributed.map(({ route }) => route),
      ],
    },
  ];
}

/** `/administration/checklisten`. */
export const checklistTemplatesPage = () => import('./checklist/templates-page').then((file) => file.TemplatesPage);

/** `/papierkorb`. */
export const binPage = () => import('./bin/bin-page').then((file) => file.BinPage);

/** The cases of a company, as a tab of its page. */
export const companyCasesTab: Route = {
  path: 'vorgaenge',
  canActivate: [allowed('case.read')],
  data: { tab: 'company.tab.cases' },
  loadComponent: () => import('./company-cases/company-cases').then((file) => file.CompanyCases),
};
