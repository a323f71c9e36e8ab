export * from './permits.module';
