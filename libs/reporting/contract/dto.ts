export * from './my-day.dto';
