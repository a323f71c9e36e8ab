export * from './my-day';
export type * from './my-day.dto';
