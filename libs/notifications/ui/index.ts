export * from './bell';
export * from './mute-button';
export const notificationsPage = () => import('./notifications-page').then((file) => file.NotificationsPage);
