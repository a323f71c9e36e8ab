import type { SituationName } from './situation';

/** Kinds of text a situation consists of. */
export const TEXTS = [
  'title', // of the case
  'details', // its own fields: section MASTER
  'nextStep',
  'effect', // where the number of jobs comes from
  'agreement', // what proves that the company agreed to share
  'note', // a contact logged in the case: section NOTES
  'followUp', // section NOTES
  'document', // name and content of one: section DOCUMENTS
  'procedure', // what a procedure with an authority is about: section PERMITS
  'enquiry', // what the company wrote by the form: sections CONTACTS and NOTES
  'contact', // the contact person: section CONTACTS
  'company', // the company's name
  'project', // the name a confidential matter goes by
  'street', // of the company
  'companyNote', // a contact logged with the company, outside the case
  'offer', // the words of the handover
  'message', // a question about it
  'decision', // the words of who decided
  'comment', // the company's words with its grade
] as const;
export type TextKind = (typeof TEXTS)[number];

/** What a text says: nothing but where it belongs, so that it is recognised wherever it turns up. */
export const canary = (situation: SituationName, kind: TextKind): string => `⟦${situation}/${kind}⟧`;

const PATTERN = /⟦(\w+)\/(\w+)⟧/g;

/** The canaries in an answer, each once, sorted: `own/title`. */
export function canariesIn(body: unknown): string[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
  return [...new Set([...text.matchAll(PATTERN)].map(([, situation, kind]) => `${situation}/${kind}`))].sort();
}
