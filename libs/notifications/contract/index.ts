export * from './notification';
export type * from './notification.dto';
