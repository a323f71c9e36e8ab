export * from './calendar.dto';
export * from './clock.dto';
export * from './deadline.dto';
export * from './permit-event.dto';
export * from './procedure.dto';
