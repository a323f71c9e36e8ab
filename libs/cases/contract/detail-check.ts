import { hasWords, isIsoDate, isManyLines, isOneLine } from '@lotse/shared/contract';
import { detailFields, type DetailField } from './case-details';
import type { CaseType } from './case-type';

/** A field that cannot be kept: `pointer` is a JSON pointer into the request, `code` a key below `error.field`. */
export interface DetailProblem {
  pointer: string;
  code: 'unknown' | 'type' | 'min' | 'max' | 'tooLong' | 'choice' | 'date' | 'municipality' | 'invalidCharacter';
}

/** Blanks alone are as good as nothing; invisible characters alone are not. */
const isReadable = (text: string, multiline: boolean): boolean =>
  (multiline ? isManyLines(text) : isOneLine(text)) && (hasWords(text) || text.trim() === '');

function problemOf(field: DetailField, value: unknown): DetailProblem['code'] | undefined {
  if (value === null) return undefined;
  switch (field.kind) {
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value)) return 'type';
      return value < field.min ? 'min' : value > field.max ? 'max' : undefined;
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'type';
    case 'text':
      if (typeof value !== 'string') return 'type';
      if (value.length > field.max) return 'tooLong';
      return isReadable(value, field.multiline) ? undefined : 'invalidCharacter';
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value) ? undefined : 'choice';
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? undefined : 'date';
    case 'municipality':
      return typeof value === 'string' && /^[0-9]{8}$/.test(value) ? undefined : 'municipality';
  }
}

/**
 * Checks the own fields of a case against its type; an empty list means they can be kept.
 * A field set to null is emptied; a field of another type is `unknown`, never dropped in silence.
 * Whether a municipality exists is for the database to say.
 */
export function checkDetails(type: CaseType, details: unknown): DetailProblem[] {
  if (typeof details !== 'object' || details === null || Array.isArray(details)) return [{ pointer: '/details', code: 'type' }];
  const fields = new Map(detailFields(type).map((field) => [field.name, field]));
  return Object.entries(details).flatMap(([name, value]) => {
    const field = fields.get(name);
    const code = field ? problemOf(field, value) : 'unknown';
    return code ? [{ pointer: `/details/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, code }] : [];
  });
}
