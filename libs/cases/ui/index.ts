export * from './case-page/case-tabs';
export * from './case-status-chip';
export * from './due-date';
export * from './follow-up-words';
export * from './looks';
export * from './routes';
