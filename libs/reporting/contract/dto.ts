export * from './my-day.dto';
export * from './settlements.dto';
