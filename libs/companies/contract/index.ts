export * from './duplicate';
export * from './interaction';
export * from './legal-form';
export * from './municipality';
export * from './size-class';
