export * from './balance';
export type * from './balance.dto';
export * from './decide';
export * from './handover';
export type * from './handover-input.dto';
export type * from './handover.dto';
export * from './outcome';
export * from './visibility';
export type * from './visibility.dto';
