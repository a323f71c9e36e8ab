export * from './page';
export * from './permissions';
export * from './problem';
export * from './roles';
export * from './mail-state';
export type * from './outgoing-mail.dto';
export type * from './page-query.dto';
export * from './calendar';
export * from './text';
