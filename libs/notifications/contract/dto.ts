export * from './digest.dto';
export * from './notification.dto';
export * from './presence.dto';
