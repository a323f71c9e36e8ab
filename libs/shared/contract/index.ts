export * from './page';
export * from './permissions';
export * from './problem';
export * from './roles';
export type * from './page-query.dto';
export * from './calendar';
export * from './text';
