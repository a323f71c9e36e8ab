/** What the log records, in the order a person looks for it. */
export const AUDIT_ACTIONS = [
  'session.opened',
  'password.changed',
  'person.invited',
  'invitation.accepted',
  'invitation.withdrawn',
  'person.rolesChanged',
  'person.deactivated',
  'person.activated',
  'absence.entered',
  'absence.ended',
  'organisation.presenceChanged',
  'region.consentChanged',
  'company.changed',
  'company.teamChanged',
  'company.released',
  'handover.override',
  'routing.ruleAdded',
  'routing.ruleChanged',
  'mail.retried',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
