export * from './audit';
export type * from './audit.dto';
export type * from './absence.dto';
export * from './languages';
export type * from './organisation.dto';
export * from './password-rules';
export type * from './person.dto';
export type * from './session.dto';
export type * from './organisation-settings.dto';
