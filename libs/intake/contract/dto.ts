export * from './enquiry.dto';
