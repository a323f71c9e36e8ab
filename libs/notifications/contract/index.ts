export type * from './digest.dto';
export * from './notification';
export type * from './notification.dto';
export type * from './presence.dto';
export * from './words';
