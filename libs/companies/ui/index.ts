export * from './companies-client';
export * from './company-picker/company-picker';
export * from './mention/give-access';
export * from './mention/mention-list';
export * from './routes';
export const quickLogDialog = () => import('./quick-log/quick-log-dialog').then((file) => file.QuickLogDialog);
