/**
 * Why somebody is told, the strongest first: named by a colleague, the organisation was offered the case, nobody there to decide today,
 * officer of the case, offered it to others, member of its team, accepted to take part, stands in for one of these.
 */
export const NOTIFICATION_REASONS = ['MENTION', 'OFFER', 'UNATTENDED', 'OFFICER', 'SENDER', 'TEAM', 'PARTNER', 'DEPUTY'] as const;
export type NotificationReason = (typeof NOTIFICATION_REASONS)[number];
