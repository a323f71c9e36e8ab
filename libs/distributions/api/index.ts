export * from './distributions.module';
