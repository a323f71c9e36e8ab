export * from './batches';
export * from './figures';
export * from './grade';
export * from './interval';
export * from './quarter';
export * from './student-t';
