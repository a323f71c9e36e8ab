export * from './bell';
export * from './digest-setting';
export * from './draft-list';
export * from './mute-button';
export * from './present-people';
export const notificationsPage = () => import('./notifications-page').then((file) => file.NotificationsPage);
