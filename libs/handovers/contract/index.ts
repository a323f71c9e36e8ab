export * from './decide';
export * from './handover';
export type * from './handover-input.dto';
export type * from './handover.dto';
