import type { AuditEntryDto } from '@lotse/identity/contract';

/** One fact of an entry, ready to read. `label` is a key below `audit.fact`, or the name the log uses for what is not known here. */
export interface AuditFact {
  label: string;
  value: string;
}

/** How the page says things. */
export interface AuditWords {
  role(code: string): string;
  day(iso: string): string;
  /** Name of a person by id; undefined when nobody of the organisation has it. */
  person(id: string): string | undefined;
}

/** What is known comes in this order, the rest after it. */
const ORDER = ['roles', 'old', 'new', 'deputy', 'from', 'to', 'added', 'removed', 'reason', 'until', 'endedAt'];
const ROLES = new Set(['roles', 'old', 'new']);
const DAYS = new Set(['from', 'to', 'until', 'endedAt']);
const PEOPLE = new Set(['deputy', 'added', 'removed']);

/** The facts of an entry in the words of the page. Nothing is left out: what has no words of its own is shown as it was written. */
export function factsOf({ details }: AuditEntryDto, words: AuditWords): AuditFact[] {
  const place = (label: string) => (ORDER.includes(label) ? ORDER.indexOf(label) : ORDER.length);
  const facts = Object.entries(details).sort(([a], [b]) => place(a) - place(b));
  return facts.flatMap(([label, value]) => {
    const values = [value].flat().filter((each) => each !== null && each !== '');
    if (values.length === 0) return [];
    return [{ label, value: values.map((each) => say(label, each, words)).join(', ') }];
  });
}

function say(label: string, value: unknown, words: AuditWords): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (ROLES.has(label)) return words.role(value);
  if (DAYS.has(label)) return words.day(value);
  if (PEOPLE.has(label)) return words.person(value) ?? value;
  return value;
}
