export * from './case-access';
export * from './cases.module';
