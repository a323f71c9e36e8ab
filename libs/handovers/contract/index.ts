export * from './decide';
export * from './handover';
