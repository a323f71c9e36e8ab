export const signInPage = () => import('./sign-in/sign-in-page').then((file) => file.SignInPage);
export const peoplePage = () => import('./people/people-page').then((file) => file.PeoplePage);
export const invitationPage = () => import('./invitation/invitation-page').then((file) => file.InvitationPage);
export const accountPage = () => import('./account/account-page').then((file) => file.AccountPage);
export const absencesPage = () => import('./absences/absences-page').then((file) => file.AbsencesPage);
export const outgoingMailPage = () => import('./outgoing-mail/outgoing-mail-page').then((file) => file.OutgoingMailPage);
export const auditPage = () => import('./audit/audit-page').then((file) => file.AuditPage);
export { ACCOUNT_PARTS } from './account/account-parts';
export const organisationPage = () => import('./organisation/organisation-page').then((file) => file.OrganisationPage);
