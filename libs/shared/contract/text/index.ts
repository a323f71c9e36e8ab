export * from './fold';
export * from './phone';
export * from './plain-text';
