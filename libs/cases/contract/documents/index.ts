export type * from './document.dto';
export * from './document-level';
