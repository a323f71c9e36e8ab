export { offerToDecide } from './handover-access';
export * from './handovers.module';
