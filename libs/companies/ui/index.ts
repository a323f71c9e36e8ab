export * from './companies-client';
export * from './company-picker/company-picker';
export * from './routes';
export const quickLogDialog = () => import('./quick-log/quick-log-dialog').then((file) => file.QuickLogDialog);
