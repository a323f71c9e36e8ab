import type { Route, Routes } from '@angular/router';

/** Tabs other domains contribute to the company page, such as its cases. */
export function companyRoutes(contributed: Route[] = []): Routes {
  return [
    { path: '', pathMatch: 'full', loadComponent: () => import('./company-list/company-list-page').then((file) => file.CompanyListPage) },
    { path: 'neu', loadComponent: () => import('./company-form/new-company-page').then((file) => file.NewCompanyPage) },
    {
      path: ':id',
      loadComponent: () => import('./company-page/company-page').then((file) => file.CompanyPage),
      children: [
        { path: '', pathMatch: 'full', redirectTo: 'ueberblick' },
        { path: 'ueberblick', loadComponent: () => import('./company-page/company-overview').then((file) => file.CompanyOverview) },
        { path: 'kontakte', loadComponent: () => import('./company-page/company-interactions').then((file) => file.CompanyInteractions) },
        { path: 'bearbeiten', loadComponent: () => import('./company-form/edit-company').then((file) => file.EditCompany) },
        ...contributed,
      ],
    },
  ];
}
