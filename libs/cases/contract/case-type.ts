/** What a company wants from the business service; the order is the order of the choice on screen. */
export const CASE_TYPES = [
  'EXPANSION',
  'RELOCATION',
  'SETTLEMENT',
  'RETENTION',
  'PERMIT',
  'SITE_SEARCH',
  'FUNDING',
  'SKILLED_LABOUR',
  'SUCCESSION',
  'STARTUP',
  'INFRASTRUCTURE',
  'COMPLAINT',
  'OTHER',
] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/** Types that start confidential: a settlement enquiry shows where a firm may go before it has told anybody. */
export const isConfidentialByDefault = (type: CaseType): boolean => type === 'SETTLEMENT';
