import { type CaseType, type DetailField, detailFields } from '@lotse/cases/contract';

/** Own fields as a form holds them: text in every control, empty for nothing. */
export type DetailInputs = Record<string, string>;

/** The controls of a type, all empty. */
export const emptyInputs = (type: CaseType): DetailInputs => Object.fromEntries(detailFields(type).map(({ name }) => [name, '']));

/** What is stored, as the controls show it. */
export function toInputs(type: CaseType, details: Record<string, unknown>): DetailInputs {
  return Object.fromEntries(
    detailFields(type).map(({ name }) => {
      const value = details[name];
      return [name, value === undefined || value === null ? '' : String(value)];
    }),
  );
}

/** What the controls say, as it travels; an empty control empties its field. What is no number stays text for the API to refuse. */
export function fromInputs(type: CaseType, inputs: DetailInputs): Record<string, unknown> {
  return Object.fromEntries(detailFields(type).map((field) => [field.name, valueOf(field, inputs[field.name] ?? '')]));
}

function valueOf(field: DetailField, text: string): unknown {
  const trimmed = text.trim();
  if (!trimmed) return null;
  if (field.kind === 'flag') return trimmed === 'true';
  if (field.kind === 'number') return numberOf(trimmed);
  return field.kind === 'text' ? text : trimmed;
}

/** A number as it stands in a control, for showing it; undefined for what is none. */
export function readNumber(text: string): number | undefined {
  const number = numberOf(text.trim());
  return typeof number === 'number' ? number : undefined;
}

/** Whole numbers with or without separators of thousands: "4000", "4.000", "4 000". */
function numberOf(text: string): number | string {
  const digits = text.replace(/[\s.'\u00a0\u202f]/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : text;
}
