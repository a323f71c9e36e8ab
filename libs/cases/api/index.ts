export * from './case-access';
export * from './cases.module';
export { readableRecovery } from './follow-up-rows';
