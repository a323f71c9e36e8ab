export * from './offer-badge';
export * from './routes';
