import type { AuditEntryDto } from '@lotse/identity/contract';

/** One fact of an entry, ready to read. `label` is the name the log uses. */
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
  /** Word for a code of a fact, such as a part of a case; undefined for what is no code. */
  code(label: string, code: string): string | undefined;
}

/** What is known comes in this order, the rest after it. */
const ORDER = [
  ...['toOrganisation', 'handoverKind', 'sections', 'section', 'roles', 'old', 'new', 'deputy', 'event', 'on', 'from', 'to'],
  ...['added', 'removed', 'reason', 'until', 'endedAt'],
];
const ROLES = new Set(['roles', 'old', 'new']);
const PEOPLE = new Set(['deputy', 'added', 'removed']);
/** Stands with what the entry concerns. */
const SUBJECT = 'fileNumber';
const DAY = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** The facts of an entry in the words of the page. Nothing is left out: what has no words of its own is shown as it was written. */
export function factsOf({ action, details }: AuditEntryDto, words: AuditWords): AuditFact[] {
  const place = (label: string) => (ORDER.includes(label) ? ORDER.indexOf(label) : ORDER.length);
  const facts = Object.entries(details)
    .filter(([label]) => label !== SUBJECT)
    .sort(([a], [b]) => place(a) - place(b));
  return facts.flatMap(([label, value]) => {
    const values = [value].flat().filter((each) => each !== null && each !== '');
    if (values.length === 0) return [];
    const say = action === 'permit.corrected' ? (each: unknown) => sayStep(each, words) : (each: unknown) => sayOne(label, each, words);
    return [{ label, value: values.map(say).join(', ') }];
  });
}

/** A step of a procedure and its day, written one after the other. */
function sayStep(value: unknown, words: AuditWords): string {
  return String(value)
    .split(' ')
    .map((part) => sayOne('event', part, words))
    .join(' ');
}

function sayOne(label: string, value: unknown, words: AuditWords): string {
  if (typeof value !== 'string') return words.code('value', String(value)) ?? JSON.stringify(value);
  if (DAY.test(value)) return words.day(value);
  if (PEOPLE.has(label)) return words.person(value) ?? value;
  return words.code(label, value) ?? (ROLES.has(label) ? words.role(value) : value);
}
