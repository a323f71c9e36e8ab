export * from './distribution';
export type * from './distribution-input.dto';
export type * from './distribution.dto';
export type * from './expose.dto';
export * from './match';
export * from './need-profile';
export type * from './need-profile.dto';
export type * from './site-profile.dto';
