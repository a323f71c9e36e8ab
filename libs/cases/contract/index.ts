export * from './accountable-time';
export * from './case-details';
export * from './case-section';
export * from './case-status';
export * from './case-type';
export * from './detail-check';
export * from './job-effect';
