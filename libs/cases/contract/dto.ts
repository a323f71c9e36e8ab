export * from './accountability.dto';
export * from './case.dto';
export * from './case-input.dto';
export * from './case-query.dto';
export * from './follow-up.dto';
export * from './job-effect.dto';
export * from './routing/routing.dto';
export * from './timeline.dto';
