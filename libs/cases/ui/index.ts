export * from './case-page/case-tabs';
export * from './case-status-chip';
export * from './due-date';
export * from './follow-up-words';
export * from './looks';
export * from './routes';
export * from './routing/routing-client';
export * from './routing/routing-suggestions';
export const routingRulesPage = () => import('./routing/routing-rules-page').then((file) => file.RoutingRulesPage);

export const relocationNotices = () => import('./relocation/relocation-notices').then((file) => file.RelocationNotices);
