export * from './audit.dto';
export * from './absence.dto';
export * from './organisation.dto';
export * from './person.dto';
export * from './session.dto';
export * from './viewing.dto';
export * from './organisation-settings.dto';
