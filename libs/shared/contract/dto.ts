export * from './absent-if-empty';
export * from './draft.dto';
export * from './page-query.dto';
export * from './outgoing-mail.dto';
export * from './is-day';
export * from './not-before';
export * from './text-rules';
