export * from './spoken-date';
