import type { Role } from './roles';

const caseWork = ['OFFICER', 'LIAISON'] as const;
const caseReaders = ['OFFICER', 'LIAISON', 'MANAGER'] as const;

/**
 * Which roles hold a permission: one list for the API, which refuses, and the client, which does not offer.
 * It says nothing about single rows: whose case it is, is decided where the row is read.
 */
export const PERMISSIONS = {
  'organisation.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'],
  'organisation.manage': ['ADMINISTRATOR'],
  'people.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'people.manage': ['ADMINISTRATOR'],
  'people.viewAs': ['ADMINISTRATOR'],
  'absence.read': caseReaders,
  'absence.write': caseReaders,
  'company.read': caseReaders,
  'company.write': caseWork,
  'municipality.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'interaction.read': caseReaders,
  'interaction.write': caseWork,
  'case.read': caseReaders,
  'case.create': caseWork,
  'case.write': caseWork,
  'case.move': caseWork,
  'case.assign': caseReaders,
  'case.delete': caseWork,
  'case.countConfidential': ['MANAGER'],
  'followUp.read': caseReaders,
  'followUp.write': caseWork,
  'followUp.finish': caseReaders,
  'checklist.read': caseReaders,
  'checklist.write': caseWork,
  'checklist.hand': caseWork,
  'checklist.keepTemplates': ['ADMINISTRATOR'],
  'undo.do': caseReaders,
  'bin.read': caseReaders,
  'bin.restore': caseWork,
  'jobEffect.read': caseReaders,
  'jobEffect.write': caseWork,
  'document.read': caseReaders,
  'document.write': caseWork,
  'handover.read': caseReaders,
  'handover.offer': caseWork,
  'handover.decide': caseWork,
  'handover.withdraw': caseWork,
  'handover.end': caseWork,
  'routing.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'routing.manage': ['ADMINISTRATOR'],
  'distribution.read': caseReaders,
  'distribution.send': caseWork,
  'distribution.answer': caseWork,
  'distribution.decide': caseWork,
  'siteProfile.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'siteProfile.write': ['LIAISON', 'ADMINISTRATOR'],
  'relocation.read': caseReaders,
  'relocation.release': caseWork,
  'relocation.readNotices': ['LIAISON'],
  'settlementReport.read': ['MANAGER'],
  'permit.read': caseReaders,
  'permit.write': caseWork,
  'permitReport.read': caseReaders,
  'deadline.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER'],
  'calendarEntry.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'calendarEntry.manage': ['ADMINISTRATOR'],
  'clockPolicy.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'clockPolicy.manage': ['ADMINISTRATOR'],
  'promise.read': ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR'],
  'myDay.read': caseReaders,
  'notification.read': caseReaders,
  'survey.read': caseReaders,
  'satisfaction.read': ['MANAGER'],
  'outgoingMail.read': ['ADMINISTRATOR'],
  'outgoingMail.retry': ['ADMINISTRATOR'],
  'audit.read': ['DATA_PROTECTION_OFFICER'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether someone with these roles holds the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => holders.includes(role));
}

/** What is told to a person alone, or only because of who they are: not shown to an administrator who looks at their view. */
const PRIVATE: readonly Permission[] = ['notification.read', 'case.countConfidential'];

/** Whether somebody who looks at the view of a person with these roles may use what the permission covers, as far as it reads. */
export const mayView = (roles: readonly Role[], permission: Permission): boolean => may(roles, permission) && !PRIVATE.includes(permission);

/** What the client offers to somebody who looks at the view of a person with these roles: reading alone. */
export const viewablePermissionsOf = (roles: readonly Role[]): Permission[] =>
  permissionsOf(roles).filter((permission) => /\.read/.test(permission) && mayView(roles, permission));

/** Every permission of someone with these roles, for the client to decide what it offers. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(roles, permission));
}
