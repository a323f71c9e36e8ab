import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { Permission } from '@lotse/shared/contract';
import { CurrentSession, type IconName } from '@lotse/shared/ui';

/** An entry of the main navigation; shown when the role holds the permission, or always without. */
export interface NavigationEntry {
  link: string;
  /** Key below `app.nav`. */
  label: string;
  icon: IconName;
  permission?: Permission;
}

export const NAVIGATION: readonly NavigationEntry[] = [
  { link: '/', label: 'myDay', icon: 'home', permission: 'myDay.read' },
  { link: '/vorgaenge', label: 'cases', icon: 'case', permission: 'case.read' },
  { link: '/unternehmen', label: 'companies', icon: 'company', permission: 'company.read' },
  { link: '/uebergaben', label: 'handovers', icon: 'handover', permission: 'handover.read' },
  { link: '/flaechenabfragen', label: 'distributions', icon: 'pin', permission: 'distribution.read' },
  { link: '/genehmigungen', label: 'permits', icon: 'clock', permission: 'permit.read' },
  { link: '/zufriedenheit', label: 'satisfaction', icon: 'chart', permission: 'satisfaction.read' },
  { link: '/berichte', label: 'reports', icon: 'table', permission: 'settlementReport.read' },
  { link: '/fristenrechner', label: 'deadlines', icon: 'calendar', permission: 'permit.read' },
];

export const ADMINISTRATION: readonly NavigationEntry[] = [
  { link: '/administration/personen', label: 'people', icon: 'people', permission: 'people.manage' },
  { link: '/administration/checklisten', label: 'checklists', icon: 'check', permission: 'checklist.keepTemplates' },
  { link: '/administration/zustaendigkeit', label: 'routing', icon: 'flag', permission: 'routing.manage' },
  { link: '/administration/organisation', label: 'organisation', icon: 'settings', permission: 'organisation.manage' },
  { link: '/administration/postausgang', label: 'outbox', icon: 'outbox', permission: 'outgoingMail.read' },
  { link: '/administration/protokoll', label: 'audit', icon: 'shield', permission: 'audit.read' },
];

/** Where somebody starts whose role has no "Mein Tag": the first page they may open. */
export const toFirstPage: CanActivateFn = () => {
  const session = inject(CurrentSession);
  const first = [...NAVIGATION, ...ADMINISTRATION].find(({ link, permission }) => link !== '/' && (!permission || session.may(permission)));
  return inject(Router).parseUrl(first?.link ?? '/konto');
};
