export * from './handovers.module';
