export * from './enquiry';
export type * from './enquiry.dto';
