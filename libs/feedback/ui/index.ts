import type { Route } from '@angular/router';

export const satisfactionPage = () => import('./satisfaction/satisfaction-page').then((file) => file.SatisfactionPage);

/** The tab "Rückmeldung" of a case: a child route of the case page, which knows the id of the case. */
export const feedbackCaseTab: Route = {
  path: 'rueckmeldung',
  loadComponent: () => import('./case-tab/case-survey').then((file) => file.CaseSurvey),
};
