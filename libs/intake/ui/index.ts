import type { Route } from '@angular/router';

/** The tab "Anfrage" of a case that began with one: a child route of the case page, which knows the id of the case. */
export const enquiryCaseTab: Route = {
  path: 'anfrage',
  loadComponent: () => import('./case-tab/case-enquiry').then((file) => file.CaseEnquiry),
};
