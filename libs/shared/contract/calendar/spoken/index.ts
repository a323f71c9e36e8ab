export * from './spoken-date';
export * from './past-date';
