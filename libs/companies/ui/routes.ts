import type { Route, Routes } from '@angular/router';
import { allowed } from '@lotse/shared/ui';

/**
 * Below `/unternehmen`.
 * @param contributed tabs of other domains, such as the cases of a company: child routes with `data: { tab: 'case.ofCompany' }`, the key of
 *   the tab's label; a route gets the id of the company as its input `id`
 */
export function companyRoutes(contributed: Route[] = []): Routes {
  return [
    { path: '', pathMatch: 'full', loadComponent: () => import('./company-list/company-list-page').then((file) => file.CompanyListPage) },
    {
      path: 'neu',
      canActivate: [allowed('company.write')],
      loadComponent: () => import('./company-form/new-company-page').then((file) => file.NewCompanyPage),
    },
    {
      path: ':id',
      loadComponent: () => import('./company-page/company-page').then((file) => file.CompanyPage),
      children: [
        { path: '', pathMatch: 'full', redirectTo: 'ueberblick' },
        { path: 'ueberblick', loadComponent: () => import('./company-page/company-overview').then((file) => file.CompanyOverview) },
        { path: 'kontakte', loadComponent: () => import('./company-page/company-interactions').then((file) => file.CompanyInteractions) },
        {
          path: 'bearbeiten',
          canActivate: [allowed('company.write')],
          loadComponent: () => import('./company-form/edit-company').then((file) => file.EditCompany),
        },
        ...contributed,
      ],
    },
  ];
}
