export * from './my-day';
export type * from './my-day.dto';
export type * from './settlements.dto';
