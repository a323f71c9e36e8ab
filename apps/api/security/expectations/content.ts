/**
 * Which texts a relation to a case lets people read, wherever they turn up. Officers, liaisons and managers read the same unless a
 * line names a role (`asked`, `newTeam`: of a confidential case only the liaison who was asked, or who accepted it);
 * administrators and data protection officers read none.
 */
export const CASE_CONTENT: Readonly<Record<string, string>> = {
  owner:
    'title details nextStep effect agreement note followUp document procedure enquiry contact company street companyNote offer message decision',
  team: 'title details nextStep effect agreement note followUp document procedure enquiry contact company project street companyNote offer message decision',
  outside: '',
  none: '',
  offered: 'title details nextStep effect note followUp document procedure enquiry contact company street offer message',
  asked: 'title details nextStep effect note followUp document procedure enquiry contact company project street offer message',
  // Key facts only: neither notes nor contacts travel with the question for a statement.
  consulted: 'title details nextStep effect company street offer message decision',
  coWork: 'title details nextStep effect note followUp document procedure enquiry contact company street offer message decision',
  newOwner:
    'title details nextStep effect agreement note followUp document procedure enquiry contact company street offer message decision',
  newTeam:
    'title details nextStep effect agreement note followUp document procedure enquiry contact company project street offer message decision',
  // What was logged with the company stays with who logged it, and so does what was said about the handover.
  former: 'contact company street companyNote offer message decision',
  formerTeam: 'contact company project street companyNote offer message decision',
  formerOutside: '',
  // Their own words, in the line that stays of the offer.
  history: 'decision',
};

/** Relations in which only the liaison reads. */
export const LIAISON_ONLY: readonly string[] = ['asked', 'newTeam'];

/** The company's words with its grade: for the lead of the organisation that closed the case. */
export const COMMENT_READERS = { relation: 'owner', role: 'MANAGER' } as const;
