export * from './handover-input.dto';
export * from './handover.dto';
