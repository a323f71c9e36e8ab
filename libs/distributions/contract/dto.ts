export * from './distribution-input.dto';
export * from './distribution.dto';
export * from './expose.dto';
export * from './need-profile.dto';
export * from './site-profile.dto';
