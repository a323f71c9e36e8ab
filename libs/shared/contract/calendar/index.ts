export * from './berlin';
export * from './deadline';
export * from './holidays';
export * from './iso-date';
export * from './working-day';
export * from './spoken';
