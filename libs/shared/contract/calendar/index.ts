export * from './berlin';
export * from './deadline';
export * from './explain-deadline';
export * from './holiday-names';
export * from './holidays';
export * from './iso-date';
export * from './working-day';
export * from './spoken';
