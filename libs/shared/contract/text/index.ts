export * from './fold';
export * from './phone';
