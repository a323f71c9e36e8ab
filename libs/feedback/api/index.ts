export * from './feedback.module';
