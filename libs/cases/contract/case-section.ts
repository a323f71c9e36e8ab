/** The parts of a case that are shared one by one. Whoever reads anything of a case reads MASTER. */
export const CASE_SECTIONS = ['MASTER', 'CONTACTS', 'NOTES', 'DOCUMENTS', 'PERMITS', 'FEEDBACK'] as const;
export type CaseSection = (typeof CASE_SECTIONS)[number];

/** How somebody reads a case: all of it (own or shared), or only that it exists and who has it now. */
export const CASE_ACCESS_LEVELS = ['FULL', 'SHARED', 'STUB'] as const;
export type CaseAccessLevel = (typeof CASE_ACCESS_LEVELS)[number];

/**
 * The widest circle that reads a part of a case: every partner of the REGION, the PARTIES a handover names it to (the usual), the
 * owner's ORGANISATION alone, or of that only the PERSON in charge and the team of the case, who alone add to it then.
 */
export const SECTION_LEVELS = ['REGION', 'PARTIES', 'ORGANISATION', 'PERSON'] as const;
export type SectionLevel = (typeof SECTION_LEVELS)[number];
