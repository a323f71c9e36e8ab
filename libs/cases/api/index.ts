export * from './case-access';
export * from './cases.module';
export { readableRecovery } from './follow-up-rows';
export { readableDocument } from './documents/document-access';
export { Checklists } from './checklists/checklists.service';
export { COMPANY_NAME } from './case-rows';
