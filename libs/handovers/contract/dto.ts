export * from './agreement.dto';
export * from './balance.dto';
export * from './handover-input.dto';
export * from './handover.dto';
export * from './preview-content.dto';
export * from './visibility.dto';
